import { cellsOf, formatValue, previousValues, type Context, type Form } from '@gongkai/schema';

/** Last year's figures as printed, by cell key. */
export function previousTexts(form: Form, context: Context): ReadonlyMap<string, string> {
  const values = previousValues(form, context) ?? [];
  return new Map(
    cellsOf(form)
      .map(({ key, ordinal, measure }) => [key, formatValue(values[ordinal - 1] ?? null, measure)] as const)
      .filter(([, text]) => text !== ''),
  );
}
