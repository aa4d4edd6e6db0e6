/** How CSV is written. Programs take the defaults; a download for Excel has a BOM and CRLF. */
export interface CsvOptions {
  /** Start with a byte order mark, without which Excel garbles Chinese. */
  readonly bom?: boolean;
  readonly eol?: '\n' | '\r\n';
}

/** What a download for spreadsheet programs looks like. */
export const forSpreadsheets = { bom: true, eol: '\r\n' } as const satisfies CsvOptions;

/** Lines of finished fields as CSV by RFC 4180; each line is ended. */
export function writeLines(
  lines: readonly (readonly string[])[],
  { bom = false, eol = '\n' }: CsvOptions = {},
): string {
  return (bom ? '\u{FEFF}' : '') + lines.map((fields) => fields.map(quote).join(',') + eol).join('');
}

/** Text that a spreadsheet program would run as a formula, made harmless. Never for numbers: +52 is a value. */
export function guardText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-+$/.test(text) ? `'${text}` : text;
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
