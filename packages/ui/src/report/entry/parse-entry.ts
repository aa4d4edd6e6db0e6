import type { Measure, Value } from '@gongkai/schema';
import { decimalPattern, formatValue, isNotApplicable } from '@gongkai/schema';

/** Signs and words that answer a cell without a number. */
const notApplicableSigns = new Set(['/', '／', '\\', '-', '－', '–', '—', '——', '─', '无', '不适用', '不涉及']);

const MAX_ENTRY_LENGTH = 200;

/** How a cell stands: without entry, with a number, answered without one, or with text that is neither. */
export type EntryState = 'blank' | 'number' | 'notApplicable' | 'unreadable';

/**
 * What the text typed into a cell means. Blank stays blank; "/" and the like are kept as not applicable;
 * text that is no number is kept as it stands, so that nothing typed is lost: `entryState` calls it unreadable.
 */
export function parseEntry(text: string, measure: Measure): Value {
  const kept = text.trim().slice(0, MAX_ENTRY_LENGTH);
  if (kept === '') return null;
  if (notApplicableSigns.has(kept)) return { na: kept };
  const folded = kept.normalize('NFKC');
  // A blank between digits may part two figures or thousands; nobody but the clerk can tell.
  if (/[\d,.]\s+[\d,.]/.test(folded)) return { na: kept };
  const plain = folded
    .replaceAll(/\s/g, '')
    .replace(/^[−–—]/, '-')
    // An input method's full stop, typed for the decimal point.
    .replace(/(?<=\d)。(?=\d)/, '.');
  const number = measure === 'money' ? parseMoney(plain) : parseCount(plain, measure);
  return number ?? { na: kept };
}

/** The text to be shown in a cell's input. */
export function formatEntry(value: Value, measure: Measure): string {
  return formatValue(value, measure);
}

export function entryState(value: Value): EntryState {
  if (value === null) return 'blank';
  if (!isNotApplicable(value)) return 'number';
  return notApplicableSigns.has(value.na) ? 'notApplicable' : 'unreadable';
}

/** What to do about text that is no number, in a sentence for the clerk. */
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
  // A fraction of a thing is wrong, but kept as written: the check on whole numbers speaks of it.
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

/** Units of things that are counted; the table itself says what a cell counts. */
const countUnit = /(?<=\d)(?:件次|篇次|人次|件|条|项|个|宗|次|篇|起|人)$/;

function withoutUnit(text: string): string {
  return text.replace(countUnit, '');
}

/** The number without its thousands commas, or undefined where commas stand anywhere else. */
function withoutGrouping(text: string): string | undefined {
  if (!text.includes(',')) return text;
  return /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : undefined;
}
