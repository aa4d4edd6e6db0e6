const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A day, 2021-01-20, as papers write it: 2021年1月20日. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The day in China on which a moment falls, YYYY-MM-DD. */
export function dayOf(instant: string): string {
  return shanghai.format(new Date(instant)).slice(0, 10);
}

/** A moment in China's time to the minute, as the tag PubDate wants it: 2021-01-20 09:30. */
export function minuteOf(instant: string): string {
  return shanghai.format(new Date(instant));
}

/** The last year that has ended in China by that moment: the newest on which a report can exist. */
export function lastReportedYear(now: Date): number {
  return Number(shanghai.format(now).slice(0, 4)) - 1;
}
