/** A kind of file that a report is written as. */
export type FormatName = 'docx' | 'pdf' | 'xlsx' | 'html' | 'csv' | 'json';

export interface Format {
  readonly extension: string;
  readonly mediaType: string;
  /** What readers know it as. */
  readonly label: string;
}

/** Every format of a report, in the order in which they are offered. */
export const formats: Readonly<Record<FormatName, Format>> = {
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word 文档',
  },
  pdf: { extension: 'pdf', mediaType: 'application/pdf', label: 'PDF 文档' },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel 表格',
  },
  html: { extension: 'html', mediaType: 'text/html; charset=utf-8', label: '网页片段' },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', label: '数据 CSV' },
  json: { extension: 'json', mediaType: 'application/json', label: '数据 JSON' },
};

export const formatNames = Object.keys(formats) as FormatName[];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
