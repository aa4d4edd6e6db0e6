import { formatValue, isNotApplicable, type Measure, type Value } from '@gongkai/schema';
import { guardText } from '@gongkai/exporter/csv/lines';

/** A field of CSV: text is kept from being run as a formula, numbers are as they are. */
export function fieldOf(value: string | number | null): string {
  return typeof value === 'string' ? guardText(value) : String(value ?? '');
}

/** A figure as a field: a change with its sign and money as written; only what is no number is guarded. */
export function figureField(value: Value, measure: Measure): string {
  const text = formatValue(value, measure);
  return isNotApplicable(value) ? guardText(text) : text;
}
