const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day that a moment falls on in Asia/Shanghai, YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return inShanghai.format(moment);
}

/** The moment at which a day begins in Asia/Shanghai, whose clocks are eight hours ahead all year. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The moment at which a day ends there. */
export function startOfNextDay(day: string): Date {
  return new Date(startOfDay(day).getTime() + 24 * 60 * 60 * 1_000);
}

/** A day as people write it: 2027年1月31日. */
export function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Days from one to another; negative where the other comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
