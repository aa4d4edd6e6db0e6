const field = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as a field for date and time holds it, in Shanghai's time: 2026-01-31T09:00. */
export function toField(moment: Date): string {
  return field.format(moment).replace(' ', 'T');
}

/** The moment that such a field holds, whatever zone the browser is in; undefined where it holds none. */
export function fromField(text: string): Date | undefined {
  const moment = new Date(`${text}:00+08:00`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
