import { SSF } from '@e965/xlsx';
import type { CellContent } from '../../source/pieces.ts';

/** Significant digits that spreadsheets store of a number. */
const digits = 15;

export interface NumberFormat {
  /** Format code, or number of a built-in format. */
  readonly format: string | number;
  readonly date1904?: boolean;
}

/**
 * Formats a stored number as its sheet displays it. If the format rounds it, the stored number is used; percentages,
 * days and numbers displayed at another scale are not counts.
 */
export function numberContent(stored: number, { format, date1904 = false }: NumberFormat): CellContent {
  const value = rounded(stored);
  const shown = formatted(value, format, date1904);
  return SSF.is_date(codeOf(format)) ? dateContent(shown === '' ? String(value) : shown) : shownContent(value, shown);
}

const rounded = (stored: number) => Number(stored.toPrecision(digits));

/** The same for a file that states how the number is displayed. */
export function shownContent(stored: number, shown: string): CellContent {
  const value = rounded(stored);
  if (shown.includes('%')) return percentContent(shown);
  if (shown === '') return value === 0 ? { text: '0', doubt: '在表格里没有显示' } : { text: '' };
  const number = /[-+]?\d[\d,]*(?:\.\d+)?(?:E[-+]?\d+)?/i.exec(shown)?.[0];
  if (number === undefined) return { text: String(value) };
  const read = Number(number.replaceAll(',', ''));
  if (read === value || read === -value) return { text: signed(shown, number, value) };
  if (isOtherScale(read, value)) return { text: shown, unsure: `显示为“${shown}”，存的却是“${value}”` };
  const words = shown.replace(number, '').replace(/[()\s¥￥$*_-]/gu, '');
  return { text: words === '' ? String(value) : shown.replace(number, String(value)) };
}

/** A format may display a negative number by colour or brackets alone. */
function signed(shown: string, number: string, value: number): string {
  if (value >= 0 || number.startsWith('-') || /-\s*\d/.test(shown)) return shown;
  return shown.replace(/[()]/g, '').replace(number, `-${number}`);
}

/** True if the number is displayed in thousands or a similar scale rather than rounded. */
function isOtherScale(read: number, value: number): boolean {
  if (value === 0 || read === 0) return Math.abs(value) >= 1 && read === 0;
  const ratio = Math.abs(read / value);
  return ratio < 0.5 || ratio > 2;
}

function codeOf(format: string | number): string {
  if (typeof format === 'string') return format;
  return (SSF.get_table() as Record<number, string>)[format] ?? 'General';
}

function formatted(value: number, format: string | number, date1904: boolean): string {
  try {
    return String(SSF.format(format, value, { date1904 })).trim();
  } catch {
    return String(value);
  }
}

export const dateContent = (text: string): CellContent => ({ text, unsure: '单元格是日期，不是数字' });
export const percentContent = (text: string): CellContent => ({ text, unsure: '单元格按百分比显示' });
/** Error text that a spreadsheet writes instead of a result, such as #REF! or Err:502. */
export const errorText = /^(?:#[A-Z/0]{2,12}[!?]?|Err:\d{3})$/;
export const errorContent = (error: string): CellContent => ({ text: error, unsure: `单元格是公式错误 ${error}` });
export const withoutResult: CellContent = { text: '', unsure: '公式没有保存结果，请用 Excel 打开并保存' };
export const logicalContent = (value: boolean): CellContent => ({
  text: value ? 'TRUE' : 'FALSE',
  unsure: '单元格是逻辑值，不是数字',
});
