import { formOfYear, forms, type Form, type Layout } from '@gongkai/schema';
import { matchKey } from '../text/match-key.ts';
import { textOf, type Line } from '../text/lines.ts';
import { search } from '../table/alignment/labels.ts';

/** The official form of a document, with the labels that indicate it. */
export interface FormGuess {
  readonly form: Form;
  /** Number of labels found that only this form has, and the total number of such labels. */
  readonly found: number;
  readonly of: number;
  /** Labels found that only other forms have. */
  readonly foreign: readonly string[];
}

/** Maximum length of a label. */
const maxLabelLength = 120;

/** Recognises the form by the labels that only it has; the year decides only if none is found. */
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

/** Keys of the official labels of rows, columns and captions, without aliases. */
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
