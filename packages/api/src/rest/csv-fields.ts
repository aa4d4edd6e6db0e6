import { formatValue, isNotApplicable, type Measure, type Value } from '@gongkai/schema';
import { guardText } from '@gongkai/exporter/csv/lines';

/** Formats a CSV field: text is guarded against execution as a formula, numbers are unchanged. */
export function fieldOf(value: string | number | null): string {
  return typeof value === 'string' ? guardText(value) : String(value ?? '');
}

/**
 * Formats a figure as a CSV field: changes keep their sign and money is as written; only non-numeric text is guarded.
 */
export function figureField(value: Value, measure: Measure): string {
  const text = formatValue(value, measure);
  return isNotApplicable(value) ? guardText(text) : text;
}
