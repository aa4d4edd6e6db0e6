/**
 * Days and times in China. A day is `YYYY-MM-DD`, a moment a `Date` or an ISO 8601 text; clocks in Asia/Shanghai are eight
 * hours ahead of UTC all year, so no table of time zones is needed.
 * @module
 */

const AHEAD_MS = 8 * 60 * 60 * 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** `YYYY-MM-DDTHH:MM:SS.sssZ` with the figures of China's clocks. @throws RangeError where it is no moment */
function clockIn(moment: Date | string): string {
  return new Date(new Date(moment).getTime() + AHEAD_MS).toISOString();
}

/**
 * The day in China on which a moment falls.
 * @param moment a date, or an ISO 8601 text with its offset
 * @returns `YYYY-MM-DD`
 * @throws RangeError where it is no moment
 * @example toDay('2026-12-31T16:00:00Z') // '2027-01-01'
 */
export function toDay(moment: Date | string): string {
  return clockIn(moment).slice(0, 10);
}

/**
 * Today in China.
 * @param now the moment that counts as now
 * @returns `YYYY-MM-DD`
 * @example today(new Date('2027-01-31T12:00:00Z')) // '2027-01-31'
 */
export function today(now: Date = new Date()): string {
  return toDay(now);
}

/**
 * The moment at which a day begins in China.
 * @param day `YYYY-MM-DD`
 * @returns an invalid date where it is no day
 * @example startOfDay('2027-01-31').toISOString() // '2027-01-30T16:00:00.000Z'
 */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/**
 * The moment at which a day ends in China, which is the first of the next day.
 * @param day `YYYY-MM-DD`
 * @returns an invalid date where it is no day
 * @example startOfNextDay('2027-01-31').toISOString() // '2027-01-31T16:00:00.000Z'
 */
export function startOfNextDay(day: string): Date {
  return new Date(startOfDay(day).getTime() + DAY_MS);
}

/**
 * Days from one day to another.
 * @param from `YYYY-MM-DD`
 * @param to `YYYY-MM-DD`
 * @returns whole days; negative where `to` comes first
 * @example daysBetween('2027-01-31', '2027-02-01') // 1
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/**
 * The last year that has ended in China: the newest on which a report can exist.
 * @param now the moment that counts as now
 * @returns a year of four digits
 * @example lastReportedYear(new Date('2027-01-01T00:00:00+08:00')) // 2026
 */
export function lastReportedYear(now: Date): number {
  return Number(toDay(now).slice(0, 4)) - 1;
}

/**
 * A day as official papers write it.
 * @param day `YYYY-MM-DD`
 * @returns such as 2027年1月31日
 * @example formatDay('2027-01-31') // '2027年1月31日'
 */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/**
 * A value as official papers write it, where it is a day.
 * @param value any text
 * @returns such as 2027年1月31日; undefined where it is no day
 * @example formatIfDay('三.一.总计') // undefined
 */
export function formatIfDay(value: string): string | undefined {
  return value.length === 10 && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : undefined;
}

/**
 * A moment of the last weeks, without its year.
 * @param moment a date, or an ISO 8601 text with its offset
 * @returns such as 3月5日 14:30, by China's clocks
 * @throws RangeError where it is no moment
 * @example formatTime('2027-03-05T06:30:00Z') // '3月5日 14:30'
 */
export function formatTime(moment: Date | string): string {
  return formatDateTime(moment).slice(5);
}

/**
 * A moment with its year.
 * @param moment a date, or an ISO 8601 text with its offset
 * @returns such as 2027年3月5日 14:30, by China's clocks
 * @throws RangeError where it is no moment
 * @example formatDateTime('2027-03-05T06:30:00Z') // '2027年3月5日 14:30'
 */
export function formatDateTime(moment: Date | string): string {
  const clock = clockIn(moment);
  return `${formatDay(clock.slice(0, 10))} ${clock.slice(11, 16)}`;
}

/**
 * A moment to the second.
 * @param moment a date, or an ISO 8601 text with its offset
 * @returns such as 2027年3月5日 14:30:05, by China's clocks
 * @throws RangeError where it is no moment
 * @example formatExactTime('2027-03-05T06:30:05Z') // '2027年3月5日 14:30:05'
 */
export function formatExactTime(moment: Date | string): string {
  return `${formatDateTime(moment)}${clockIn(moment).slice(16, 19)}`;
}

/**
 * A moment to the minute, as the tag PubDate of a government page wants it.
 * @param moment a date, or an ISO 8601 text with its offset
 * @returns `YYYY-MM-DD HH:MM` by China's clocks
 * @throws RangeError where it is no moment
 * @example formatMinute('2021-01-20T01:30:00Z') // '2021-01-20 09:30'
 */
export function formatMinute(moment: Date | string): string {
  return clockIn(moment).slice(0, 16).replace('T', ' ');
}

/**
 * The time of day, for a log.
 * @param moment a date, or an ISO 8601 text with its offset
 * @returns `HH:MM:SS` by China's clocks
 * @throws RangeError where it is no moment
 * @example formatClock('2021-01-20T01:30:05Z') // '09:30:05'
 */
export function formatClock(moment: Date | string): string {
  return clockIn(moment).slice(11, 19);
}

/**
 * The hour of the day.
 * @param moment a date, or an ISO 8601 text with its offset
 * @returns 0 to 23, by China's clocks
 * @throws RangeError where it is no moment
 * @example hourOfDay('2021-01-20T01:30:00Z') // 9
 */
export function hourOfDay(moment: Date | string): number {
  return Number(clockIn(moment).slice(11, 13));
}

/**
 * A moment as the value of `<input type="datetime-local">`, by China's clocks in whatever zone the browser is.
 * @param moment a date, or an ISO 8601 text with its offset
 * @returns `YYYY-MM-DDTHH:MM`
 * @throws RangeError where it is no moment
 * @example toDateTimeField('2026-01-31T01:00:00Z') // '2026-01-31T09:00'
 */
export function toDateTimeField(moment: Date | string): string {
  return clockIn(moment).slice(0, 16);
}

/**
 * The moment that such a field holds.
 * @param value `YYYY-MM-DDTHH:MM` by China's clocks
 * @returns undefined where it holds none
 * @example parseDateTimeField('2026-01-31T09:00')?.toISOString() // '2026-01-31T01:00:00.000Z'
 */
export function parseDateTimeField(value: string): Date | undefined {
  const moment = new Date(`${value}:00+08:00`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
