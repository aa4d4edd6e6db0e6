/** Formats in which a report is available in addition to its page, by file extension. */
export const formats = {
  json: { label: 'JSON', note: '全文和数据，供程序读取', mediaType: 'application/json' },
  csv: { label: 'CSV', note: '数据表，可用 Excel、WPS 打开', mediaType: 'text/csv' },
} as const;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[];
