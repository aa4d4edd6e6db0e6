import { formatIfDay } from '../../calendar/calendar.ts';
import type { TextPlace } from '../../engine/finding.ts';
import type { Report } from '../../report/report.ts';
import { passagesOf, preambleOf, sentencesOf } from '../../language/passages.ts';

/** The last day of a period of statistics that a report states, YYYY-MM-DD, and where the text says it. */
export interface StatedEnd {
  readonly to: string;
  readonly quote: string;
  readonly place?: TextPlace;
}

const numeral = '[\\d〇○零一二三四五六七八九十]';
const year = `(?<year>${numeral}{4})年`;
const end =
  `(?:(?<endYear>${numeral}{4}|同|当|本)年)?(?<endMonth>${numeral}{1,2})月(?:(?<endDay>${numeral}{1,3})[日号]|份|底|末)?` +
  `|(?<isoYear>\\d{4})[.\\-/](?<isoMonth>\\d{1,2})[.\\-/](?<isoDay>\\d{1,2})`;
const start = `(?:${year}(?:${numeral}{1,2}月(?:${numeral}{1,3}[日号])?)?|\\d{4}[.\\-/]\\d{1,2}[.\\-/]\\d{1,2})`;

/** From a day or month to another. */
const span = new RegExp(`${start}(?:起|开始)?[,，]?(?:至|到|止|[—－\\-–~～])+(?:${end})`, 'u');
/** Up to a day. */
const upTo = new RegExp(`截(?:至|止|止到|止至)(?:时间|日期)?[为是:：]?(?:${end})`, 'u');
/** Words by which a sentence speaks of the period of its figures, and not of a campaign or a plan. */
const ofFigures = /统计|期限|起止|所列|报告期|(?:报告|数据)的?(?:时间|期间|时段|区间|周期|范围)/;

/** Every period of statistics that the report states, in its own field and in its text. */
export function statedEnds(report: Report): StatedEnd[] {
  const inPreamble = preambleOf(report)
    .split(/[。！？!?\n]/)
    .flatMap((sentence) => endsIn(sentence, false));
  const inSections = passagesOf(report)
    .flatMap(sentencesOf)
    .flatMap(({ text, place }) => endsIn(text, true).map((found) => ({ ...found, place })));
  const { period } = report;
  return [
    ...(period
      ? [{ to: period.to, quote: [period.from, period.to].map((day) => formatIfDay(day) ?? day).join('至') }]
      : []),
    ...inPreamble,
    ...inSections,
  ];
}

/** @param strict whether the sentence must say that it speaks of figures, or a span of days is enough */
function endsIn(sentence: string, strict: boolean): StatedEnd[] {
  if (strict && !/[年.\-/．－／]/.test(sentence)) return [];
  const text = sentence.replace(/\s+/g, '').normalize('NFKC');
  const speaksOfFigures = ofFigures.test(text);
  if (strict && !speaksOfFigures) return [];
  const groups = span.exec(text)?.groups ?? (speaksOfFigures ? upTo.exec(text)?.groups : undefined);
  const to = groups && lastDayOf(groups);
  return to ? [{ to, quote: sentence.trim() }] : [];
}

function lastDayOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { year, endYear, endMonth, endDay, isoYear, isoMonth, isoDay } = groups;
  const stated = isoYear ?? (endYear && endYear.length === 4 ? endYear : year);
  if (!stated) return undefined;
  const [y, m] = [digitsOf(stated), numberOf(isoMonth ?? endMonth ?? '')];
  const day = isoDay ?? endDay;
  const d = day === undefined ? new Date(Date.UTC(y, m, 0)).getUTCDate() : numberOf(day);
  const date = new Date(Date.UTC(y, m - 1, d));
  // A day that no calendar has is a slip of another kind.
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.toISOString().slice(0, 10) : undefined;
}

const digits = '零一二三四五六七八九';

/** A year written digit by digit. */
function digitsOf(text: string): number {
  return Number(
    [...text.replace(/[〇○]/g, '零')].map((each) => (digits.includes(each) ? digits.indexOf(each) : each)).join(''),
  );
}

/** A number up to 99, in digits or as 二十一. */
function numberOf(text: string): number {
  const [tens, units] = text.split('十');
  if (units === undefined) return digitsOf(text);
  return (tens ? digitsOf(tens) : 1) * 10 + (units ? digitsOf(units) : 0);
}
