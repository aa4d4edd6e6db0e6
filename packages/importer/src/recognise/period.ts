import type { Period } from '@gongkai/schema';

const span =
  /(\d{4})年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|止|—|－|-|–|~|～){1,2}(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/u;

/** The span of days that the preamble states, if it can be one. */
export function findPeriod(text: string): Period | undefined {
  const match = span.exec(text.replace(/\s+/gu, ''));
  if (!match) return undefined;
  const [, year, month, day, toYear = year, toMonth, toDay] = match as unknown as string[];
  const from = dayOf(year!, month!, day!);
  const to = dayOf(toYear!, toMonth!, toDay!);
  return from && to ? { from, to } : undefined;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
