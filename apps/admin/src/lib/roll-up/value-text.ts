import type { Value } from '@gongkai/schema';

/** Formats a figure as it is written in its cell. */
export function valueText(value: Value): string {
  if (value === null) return '空白';
  return typeof value === 'object' ? value.na : String(value);
}
