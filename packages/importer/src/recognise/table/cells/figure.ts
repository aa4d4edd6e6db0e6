import type { Measure, Value } from '@gongkai/schema';
import type { CellText } from './cell-text.ts';

/** The text of a cell, read as a figure of the report. */
export interface ReadFigure {
  readonly value: Value;
  /** Conversion that the user should know about, in Chinese. */
  readonly conversion?: string;
  /** Set if the reading is not certain. */
  readonly doubt?: string;
}

/** Factors from each unit to 万元, as powers of ten. */
const toTenThousand: Readonly<Record<string, number>> = { 元: -4, 万元: 0, 万: 0, 亿元: 4, 亿: 4 };

/**
 * Reads the text of a cell as a figure of a measure. Money is converted to 万元 with all its digits. `columnUnit`: unit
 * stated in the heading of the column.
 */
export function toFigure(cell: CellText, measure: Measure, columnUnit: string | undefined): ReadFigure | undefined {
  if (cell.type === 'text') return undefined;
  if (cell.type === 'blank') return { value: null };
  if (cell.type === 'na') return { value: { na: cell.text } };
  return measure === 'money' ? money(cell, columnUnit) : count(cell);
}

type NumberText = Extract<CellText, { type: 'number' }>;

function count({ digits, unit, reworded }: NumberText): ReadFigure | undefined {
  if (unit !== undefined && unit in toTenThousand) return undefined;
  const value = Number(digits);
  const figure = Number.isSafeInteger(value) && !digits.includes('.') ? value + 0 : trimZeros(digits);
  if (unit !== undefined) return { value: figure, conversion: `去掉单位“${unit}”` };
  return reworded ? { value: figure, conversion: '改写为数字' } : { value: figure };
}

function money({ digits, unit, reworded }: NumberText, columnUnit: string | undefined): ReadFigure | undefined {
  const written = unit ?? columnUnit;
  if (written !== undefined && !(written in toTenThousand)) return undefined;
  const value = shift(digits, written === undefined ? 0 : toTenThousand[written]!);
  if (written === undefined && /[1-9]/.test(digits)) return { value, doubt: '没有写明单位，暂按万元读取' };
  if (unit !== undefined)
    return { value, conversion: toTenThousand[unit] === 0 ? `去掉单位“${unit}”` : `由“${unit}”换算为万元` };
  if (written !== undefined && written !== '万元' && value !== digits)
    return { value, conversion: `由“${written}”换算为万元` };
  return reworded ? { value, conversion: '改写为数字' } : { value };
}

/** Multiplies decimal digits by a power of ten, without losing digits or adding any except the necessary zeros. */
export function shift(digits: string, power: number): string {
  const [, minus = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits)!;
  if (power === 0 || !/[1-9]/.test(digits)) return digits;
  const all = power > 0 ? whole + fraction.padEnd(power, '0') : whole.padStart(1 - power, '0') + fraction;
  const point = power > 0 ? whole.length + power : Math.max(whole.length, 1 - power) + power;
  const left = all.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = all.slice(point);
  return `${minus}${left}${right ? `.${right}` : ''}`;
}

/** Removes leading zeros; the fraction is unchanged. */
function trimZeros(digits: string): string {
  return digits.replace(/^(-?)0+(?=\d)/, '$1');
}
