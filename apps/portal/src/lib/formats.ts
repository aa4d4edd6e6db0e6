/** Formats in which a report can be had beside its page, by the ending of its address. */
export const formats = {
  json: { label: 'JSON', note: '全文和数据，供程序读取', mediaType: 'application/json' },
  csv: { label: 'CSV', note: '数据表，可用 Excel、WPS 打开', mediaType: 'text/csv' },
} as const;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[];
