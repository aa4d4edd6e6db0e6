const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const datedMoment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});
const exactMoment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'medium',
});
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** A moment as people here write it, such as 3月5日 14:30. */
export function formatTime(instant: string): string {
  return moment.format(new Date(instant));
}

/** A moment with its year, such as 2027年3月5日 14:30. */
export function formatDateTime(instant: string): string {
  return datedMoment.format(new Date(instant));
}

/** A moment to the second, such as 2027年3月5日 14:30:05. */
export function formatExactTime(instant: string): string {
  return exactMoment.format(new Date(instant));
}

/** Today in Asia/Shanghai, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  return day.format(now);
}

/** A day as people here write it, such as 2027年1月31日. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
