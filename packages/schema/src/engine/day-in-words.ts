/** A day as a Chinese sentence gives it, 2026年1月31日; undefined for any other value. */
export function dayInWords(value: string): string | undefined {
  if (value.length !== 10) return undefined;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year && `${year}年${Number(month)}月${Number(day)}日`;
}
