import { fold } from '../../text/match-key.ts';
import { isBlank } from '../../text/lines.ts';

/** The parsed text of a cell, before it is matched to a figure of the form. */
export type CellText =
  | { readonly type: 'blank' }
  | { readonly type: 'text' }
  /** A character or word instead of a number. */
  | { readonly type: 'na'; readonly text: string }
  | {
      readonly type: 'number';
      /** Digits without thousands separators, with a minus if the text has a sign or a word for it. */
      readonly digits: string;
      /** Unit written after the digits, such as 万. */
      readonly unit?: string;
      /** Text in brackets after the number. */
      readonly remark?: string;
      /** True if the number is not written in plain digits: 增1558, 1,234, 〇. */
      readonly reworded: boolean;
    };

const maxLength = 80;
const number =
  /^(\+|-|增加|减少|增|减|上升|下降)?\s*(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,20})?(?:\s*([^\d\s(),.+-]{1,3}))?\s*(\(.{1,70}\))?$/u;
const units = new Set([
  '亿元',
  '万元',
  '元',
  '亿',
  '万',
  '件',
  '条',
  '项',
  '个',
  '宗',
  '次',
  '篇',
  '起',
  '人',
  '件次',
  '篇次',
]);
const notApplicable = new Set(['/', '\\', '-', '--', '—', '——', '–', '―', '无', 'N/A', 'n/a', '∕', '*']);
const zeros = new Set(['〇', '○', '零']);
/** Note marks after a figure: raised or circled digits, asterisks, digits in square brackets. */
const noteMarks =
  /(?<=[\d\u4e00-\u9fff）)])\s*(?:[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089①-⓿❶-➓*＊※†‡]|[[〔【［]\s*(?:注\s*)?\d{1,2}\s*[\]〕】］])+$/u;
/** Digits that compatibility forms would convert into plain digits although they are not part of a figure. */
const odd = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089①-⓿❶-➓㈠-㉃㉈-㉟㊀-㋿]/u;
/** Digits that spreadsheets store of a number; further digits are rounding errors. */
const keptDigits = 15;
/** Characters that NFKC leaves unchanged but that mean minus before a digit. */
const minus = /^[−–—‐‑]\s*(?=\d)/u;

export function readCellText(raw: string): CellText {
  if (isBlank(raw)) return { type: 'blank' };
  if (raw.length > maxLength) return { type: 'text' };
  const trimmed = raw.trim();
  const unmarked = trimmed.replace(noteMarks, '');
  if (odd.test(unmarked)) return { type: 'text' };
  const text = withoutInnerBlanks(fold(unmarked).trim());
  if (notApplicable.has(text)) return { type: 'na', text: trimmed };
  if (zeros.has(text)) return { type: 'number', digits: '0', reworded: true };
  const match = number.exec(text.replace(minus, '-'));
  if (!match) return { type: 'text' };
  const [, sign = '', whole = '', fraction = '', unit, remark] = match;
  if (unit !== undefined && !units.has(unit)) return { type: 'text' };
  const [digits, isNoisy] = withoutNoise(whole.replaceAll(',', ''), fraction);
  const negative = sign === '-' || sign.startsWith('减') || sign === '下降';
  return {
    type: 'number',
    digits: `${negative ? '-' : ''}${digits}`,
    ...(unit === undefined ? {} : { unit }),
    ...(remark === undefined ? {} : { remark }),
    reworded: isNoisy || unmarked !== trimmed || whole.includes(',') || /^[增减上下]/u.test(sign),
  };
}

/** Rounds a number with more digits than spreadsheets store, as they do when they display it. */
function withoutNoise(whole: string, fraction: string): readonly [digits: string, isNoisy: boolean] {
  const written = whole + fraction;
  const significant = written.replace('.', '').replace(/^0+/, '').length;
  if (fraction === '' || significant <= keptDigits) return [written, false];
  const rounded = String(Number(Number(written).toPrecision(keptDigits)));
  return /^\d+(?:\.\d+)?$/.test(rounded) ? [rounded, true] : [written, false];
}

/** Removes blanks within a figure, except between two digits, which may be two figures. Blanks in remarks are kept. */
function withoutInnerBlanks(text: string): string {
  const remark = text.indexOf('(');
  const [figure, rest] = remark < 0 ? [text, ''] : [text.slice(0, remark), text.slice(remark)];
  return figure.replace(/(?<!\d)\s+|\s+(?!\d)/gu, '') + rest;
}

/** Text that spreadsheets write if a formula fails or a column is too narrow. */
const failed = /^(?:#(?:[A-Z/0]{2,12}[!?]?|#+)|Err:\d{3})$/;

/**
 * True for a text that starts like a figure or a formula and is not the label of an item: a figure that cannot be read.
 */
export function looksLikeFigure(raw: string): boolean {
  const text = fold(raw).trim();
  if (failed.test(text) || isFormula(text)) return true;
  return text.length <= maxLength && /^[-+(]?\s*\d/u.test(text) && !/^\(?\d{1,2}\s*[.、)](?!\d)/u.test(text);
}

/** True for a spreadsheet formula displayed as text: =SUM(B2:B7). */
export function isFormula(text: string): boolean {
  return /^=\s*[-+(]*[\w$'"]/u.test(text.trim());
}

/** True for text that is entirely in brackets: it belongs to the number before it. */
export function isRemark(raw: string): boolean {
  const text = raw.trim();
  return text.length <= maxLength && /^[（(].+[）)]$/u.test(text);
}
