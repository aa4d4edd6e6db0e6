import { findCell, formatValue, forms, formOf, valueAt } from '@gongkai/schema';
import { fuzzSources } from './fuzz-sources.ts';
import { disguisedKinds } from './disguises/disguised.ts';
import { randomDisguises, tryDisguises } from './disguises/trial.ts';
import { randomOf } from './mutate.ts';
import { specimen } from './specimen.ts';

/** A wrong figure of a mutated document that was not reported as unread. */
export interface WrongFigure {
  readonly document: string;
  readonly seed: number;
  readonly cell: string;
  readonly expected: string;
  readonly found: string;
  readonly certainty: string;
}

export interface FuzzResult {
  readonly wrong: readonly WrongFigure[];
  /** Number of figures that were correct, and that were reported as unread. */
  readonly right: number;
  readonly unread: number;
}

/** Reads mutations of every source and compares each figure with its expected value. */
export async function fuzz(perDocument: number, firstSeed = 1, wanted = ''): Promise<FuzzResult> {
  const wrong: WrongFigure[] = [];
  let right = 0;
  let unread = 0;
  for (const { name, figures, mutated } of await fuzzSources()) {
    if (!name.includes(wanted)) continue;
    for (let seed = firstSeed; seed < firstSeed + perDocument; seed++) {
      const result = await mutated(randomOf(seed));
      if (!result.ok) {
        unread += figures.size;
        continue;
      }
      const form = formOf(result.report.form);
      for (const [code, value] of figures) {
        const cell = findCell(form, code);
        const certainty = cell ? result.provenance[cell.key]!.certainty : 'unread';
        const found = cell
          ? formatValue(valueAt(formOf(result.report.form), result.report, cell.key), cell.measure)
          : '';
        if (certainty === 'unread') unread++;
        else if (found === value) right++;
        else wrong.push({ document: name, seed, cell: code, expected: value, found, certainty });
      }
    }
  }
  return { wrong, right, unread };
}

/** Reads files of every format with randomly disguised figures: copies, struck-out figures, note marks, errors. */
export async function fuzzDisguises(perKind: number, firstSeed = 1, wanted = ''): Promise<FuzzResult> {
  const wrong: WrongFigure[] = [];
  let right = 0;
  let unread = 0;
  for (const kind of Object.keys(disguisedKinds).filter((name) => `disguised ${name}`.includes(wanted)))
    for (let seed = firstSeed; seed < firstSeed + perKind; seed++) {
      const random = randomOf(seed);
      const form = forms[random(forms.length)]!;
      const { choose, strayOf } = randomDisguises(kind, random);
      const outcome = await tryDisguises(kind, form, specimen(form), choose, strayOf);
      right += outcome.right;
      unread += outcome.unread;
      for (const { cell, disguise, expected, found } of outcome.wrong)
        wrong.push({ document: `disguised ${kind}, ${disguise}`, seed, cell, expected, found, certainty: 'read' });
    }
  return { wrong, right, unread };
}
