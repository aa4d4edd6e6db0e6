import { decimalsOf, isNotApplicable, type Measure } from '@gongkai/schema';
import type { Cell, CellStyle } from 'hucre/xlsx';
import type { DocumentCell } from '../document/document.ts';

/** Digits that a spreadsheet keeps of a number. */
const exactDigits = 15;

/** Address of a cell from its column and row, both from 0. */
export function address(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** What a cell of figures holds: a number with the decimals as written, or the text of an answer that is none. */
export function figureCell(
  { value, measure, unit }: NonNullable<DocumentCell['figure']>,
  clean: (text: string) => string,
): Partial<Cell> {
  if (value === null) return { value: null, type: 'empty', style: figureStyle(format(measure, 0, unit)) };
  if (isNotApplicable(value)) return { value: clean(value.na), type: 'string', style: figureStyle('@') };
  const text = String(value);
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
  // More digits than a spreadsheet keeps stay text, as does a number with zeros before it.
  if (digits > exactDigits || /^-?0\d/.test(text))
    return { value: text + unit, type: 'string', style: figureStyle('@') };
  return { value: Number(text), type: 'number', style: figureStyle(format(measure, decimalsOf(text), unit)) };
}

function format(measure: Measure, decimals: number, unit: string): string {
  const number = (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`) + (unit === '' ? '' : `"${unit}"`);
  return measure === 'change' ? `+${number};-${number};${number}` : number;
}

const border = {
  top: { style: 'thin' },
  right: { style: 'thin' },
  bottom: { style: 'thin' },
  left: { style: 'thin' },
} as const;
const font = { name: '宋体', size: 10 } as const;

function figureStyle(numFmt: string): CellStyle {
  return {
    font,
    border,
    numFmt,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    protection: { locked: false },
  };
}

/** Style of a label. */
export function labelStyle(align: 'start' | 'center', isCaption = false): CellStyle {
  return {
    font,
    border,
    numFmt: '@',
    alignment: { horizontal: align === 'center' ? 'center' : 'left', vertical: 'center', wrapText: true },
    ...(isCaption && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EBEBEB' } } }),
  };
}

export const titleStyle: CellStyle = {
  font: { name: '方正小标宋简体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

export const headingStyle: CellStyle = {
  font: { name: '黑体', size: 12 },
  alignment: { horizontal: 'left', vertical: 'center' },
};

/** A sum that does not agree. */
export const disagreementStyle: CellStyle = {
  font: { color: { rgb: '9C0006' }, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' }, bgColor: { rgb: 'FFC7CE' } },
};
