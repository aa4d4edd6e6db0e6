import { formOfYear, forms, type Form, type Layout } from '@gongkai/schema';
import { matchKey } from '../text/match-key.ts';
import { textOf, type Line } from '../text/lines.ts';
import { search } from '../table/alignment/labels.ts';

/** Which official form a document is in. */
export interface FormGuess {
  readonly form: Form;
  /** Labels found that only this form has, and how many it has. */
  readonly found: number;
  readonly of: number;
  /** Labels found that only other forms have. */
  readonly foreign: readonly string[];
}

/** Texts longer than this are no labels. */
const maxLabelLength = 120;

/** Recognises the form by the labels that it alone has; the year decides only where none is found. */
export function recogniseForm(lines: readonly Line[], year: number | undefined): FormGuess {
  const labels = new Map(forms.map((form) => [form, labelsOf(form)]));
  const longestFirst = [...new Set([...labels.values()].flatMap((keys) => [...keys]))]
    .map((key) => ({ key }))
    .sort((a, b) => b.key.length - a.key.length);
  const text = lines
    .map(textOf)
    .filter(({ length }) => length <= maxLabelLength)
    .map(matchKey)
    .join(' ');
  const found = new Set(search(text, longestFirst).map(({ key }) => key));

  const guesses = forms.map((form) => {
    const own = labels.get(form)!;
    const others = new Set(forms.flatMap((other) => (other === form ? [] : [...labels.get(other)!])));
    const distinctive = [...own].filter((key) => !others.has(key));
    return {
      form,
      found: distinctive.filter((key) => found.has(key)).length,
      of: distinctive.length,
      foreign: [...others].filter((key) => !own.has(key) && found.has(key)),
    };
  });
  const fallback = (year === undefined ? undefined : formOfYear(year)) ?? forms.at(-1)!;
  return guesses.sort(
    (a, b) => b.found / b.of - a.found / a.of || Number(b.form === fallback) - Number(a.form === fallback),
  )[0]!;
}

/** Keys of the official labels of rows, columns and captions, aliases apart. */
function labelsOf({ tables }: Layout): Set<string> {
  return new Set(
    Object.values(tables)
      .flatMap(({ blocks }) => blocks)
      .flatMap(({ caption, rows, columns, rowHeads = [] }) => [
        ...(caption === undefined ? [] : [caption]),
        ...[...rows, ...columns, ...rowHeads].map(({ label }) => label),
      ])
      .map(matchKey),
  );
}
