import type { Period } from '@gongkai/schema';
import { note, type ImportNote } from '../../source/note.ts';
import { fold } from '../text/match-key.ts';

export interface FoundPeriod {
  readonly period: Period | undefined;
  readonly notes: readonly ImportNote[];
}

const to = String.raw`(?:至|到|止|—|-|–|~|～){1,2}`;
const span = new RegExp(
  String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日(?:起|开始)?${to}(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日`,
  'u',
);
/** The same with lost characters: 202311日 for 2023年1月1日. */
const worn = new RegExp(
  String.raw`(20\d{2})[年./-]?(\d{1,2}[月./-]\d{1,2}|\d{2,4})日?(?:起|开始)?${to}(?:(20\d{2})[年./-]?)?(\d{1,2}[月./-]\d{1,2}|\d{2,4})(?:日|止|(?!\d))`,
  'u',
);
const announced = /[^。；\n]{0,30}(?:统计期限|数据期限|所列数据|时间范围)[^。；\n]{0,60}/u;

/**
 * The period that a text states, if it is a possible one. Lost characters are restored if only one reading is possible.
 */
export function findPeriod(text: string): Period | undefined {
  return readPeriod(text)?.period;
}

/** The period with notes for the user. */
export function findPeriodWithNotes(text: string): FoundPeriod {
  const found = readPeriod(text);
  if (!found) {
    const sentence = announced.exec(text)?.[0].trim();
    const isStated = sentence !== undefined && /\d/.test(sentence);
    return {
      period: undefined,
      notes: isStated ? [note('period-unread', 'warning', `统计期限没有读懂，原文是“${sentence}”，请填写。`)] : [],
    };
  }
  const { period, lost } = found;
  const said = `统计期限“${lost}”的年、月、日字样不全，读作 ${period.from} 至 ${period.to}，请确认。`;
  return { period, notes: lost === undefined ? [] : [note('period-inferred', 'warning', said)] };
}

function readPeriod(text: string): { readonly period: Period; readonly lost?: string } | undefined {
  const all = fold(text).replace(/\s+/gu, '');
  const match = span.exec(all);
  if (match) {
    const [, year, month, day, toYear = year, toMonth, toDay] = match as unknown as string[];
    const period = periodOf(dayOf(year!, month!, day!), dayOf(toYear!, toMonth!, toDay!));
    return period && { period };
  }
  const damaged = worn.exec(all);
  if (!damaged) return undefined;
  const [whole, year, first, toYear = year, last] = damaged as unknown as string[];
  const period = periodOf(dayWithoutSigns(year!, first!), dayWithoutSigns(toYear!, last!));
  return period && { period, lost: whole! };
}

function periodOf(from: string | undefined, until: string | undefined): Period | undefined {
  return from && until && from <= until ? { from, to: until } : undefined;
}

/** 11 is 1 January, 1231 is 31 December; 121 may be either of two dates and is rejected. */
function dayWithoutSigns(year: string, rest: string): string | undefined {
  const signed = rest.split(/[月./-]/u);
  if (signed.length === 2) return dayOf(year, signed[0]!, signed[1]!);
  const cuts = rest.length === 4 ? [2] : rest.length === 3 ? [1, 2] : [1];
  const days = cuts.flatMap((cut) => dayOf(year, rest.slice(0, cut), rest.slice(cut)) ?? []);
  return days.length === 1 ? days[0] : undefined;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
