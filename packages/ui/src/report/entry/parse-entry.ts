import type { Measure, Value } from '@gongkai/schema';
import { decimalPattern, formatValue, isNotApplicable } from '@gongkai/schema';

/** Signs and words that mean "not applicable". */
const notApplicableSigns = new Set(['/', '／', '\\', '-', '－', '–', '—', '——', '─', '无', '不适用', '不涉及']);

const MAX_ENTRY_LENGTH = 200;

/** The state of a cell: empty, a number, not applicable, or text that is neither. */
export type EntryState = 'blank' | 'number' | 'notApplicable' | 'unreadable';

/**
 * Parses the text typed into a cell. Empty text stays blank; "/" and similar signs are kept as not applicable. Text
 * that is no number is kept as typed, so that no input is lost: `entryState` reports it as unreadable.
 */
export function parseEntry(text: string, measure: Measure): Value {
  const kept = text.trim().slice(0, MAX_ENTRY_LENGTH);
  if (kept === '') return null;
  if (notApplicableSigns.has(kept)) return { na: kept };
  const folded = kept.normalize('NFKC');
  // A space between digits may separate two figures or thousands; only the user can decide.
  if (/[\d,.]\s+[\d,.]/.test(folded)) return { na: kept };
  const plain = folded
    .replaceAll(/\s/g, '')
    .replace(/^[−–—]/, '-')
    // The full stop of a Chinese input method, typed as a decimal point.
    .replace(/(?<=\d)。(?=\d)/, '.');
  const number = measure === 'money' ? parseMoney(plain) : parseCount(plain, measure);
  return number ?? { na: kept };
}

/** Formats a value for a cell's input. */
export function formatEntry(value: Value, measure: Measure): string {
  return formatValue(value, measure);
}

export function entryState(value: Value): EntryState {
  if (value === null) return 'blank';
  if (!isNotApplicable(value)) return 'number';
  return notApplicableSigns.has(value.na) ? 'notApplicable' : 'unreadable';
}

/** The advice, in Chinese, about text that is not a number. */
export function unreadableHint(text: string, measure: Measure): string {
  if (/^[=＝]/.test(text)) return `“${text}”是公式，不是数字。请填它算出的数。`;
  if (/\d\s+\d/.test(text)) return `“${text}”的数字之间有空格。是一个数请删去空格；是几格的数请分别填写。`;
  if (measure === 'money') return `“${text}”不是金额。请按万元填写数字，例如 105.65；没有发生填 0。`;
  if (measure === 'change') return `“${text}”不是数字。请填整数，减少的写负号，例如 -21；没有变化填 0。`;
  return `“${text}”不是数字。请填整数，不带单位和说明；没有发生填 0。`;
}

function parseCount(plain: string, measure: Measure): Value | undefined {
  const signed = measure === 'change' ? plain.replace(/^增加?/, '+').replace(/^减少?/, '-') : plain;
  const digits = withoutGrouping(withoutUnit(signed.replace(/^\+(?=\d)/, '')))?.replace(/\.0+$/, '');
  if (digits === undefined || !decimalPattern.test(digits)) return undefined;
  // A fractional count is wrong but kept as written, because the check for whole numbers reports it.
  if (digits.includes('.')) return digits;
  return Number(digits) + 0;
}

function parseMoney(plain: string): Value | undefined {
  const amount = withoutGrouping(plain.replace(/^\+(?=[\d.])/, '').replace(/万元?$/, ''))
    ?.replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
  return amount !== undefined && decimalPattern.test(amount) ? amount : undefined;
}

/** Units of counts. They are dropped, because the table defines the unit of each cell. */
const countUnit = /(?<=\d)(?:件次|篇次|人次|件|条|项|个|宗|次|篇|起|人)$/;

function withoutUnit(text: string): string {
  return text.replace(countUnit, '');
}

/** Removes the thousands separators. Returns undefined if a comma is in any other position. */
function withoutGrouping(text: string): string | undefined {
  if (!text.includes(',')) return text;
  return /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : undefined;
}
