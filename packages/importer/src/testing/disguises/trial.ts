import { figuresOf, type Form, type Report } from '@gongkai/schema';
import { importDocument } from '../../import-document.ts';
import { pick, type Random } from '../mutate.ts';
import { draftOf } from '../specimen.ts';
import { disguisedKinds } from './disguised.ts';

/** A figure that was read with a wrong value, or a readable figure that was not read. */
export interface Mistake {
  readonly cell: string;
  readonly disguise: string;
  readonly expected: string;
  readonly found: string;
}

export interface Outcome {
  readonly wrong: readonly Mistake[];
  /** Figures that must be read and were not. */
  readonly missed: readonly Mistake[];
  readonly right: number;
  readonly unread: number;
}

/**
 * Reads a report from a file in which some figures are disguised. `choose`: the name of a figure's disguise; undefined
 * for none.
 */
export async function tryDisguises(
  kind: string,
  form: Form,
  report: Report,
  choose: (key: string) => string | undefined,
  strayOf: (key: string) => string,
): Promise<Outcome> {
  const { disguises, file } = disguisedKinds[kind]!;
  const chosen = new Map<string, string>();
  const bytes = file(draftOf(form, report), (text, key) => {
    const name = choose(key);
    if (name === undefined) return undefined;
    chosen.set(key, name);
    return disguises[name]!.write(text, strayOf(key));
  });
  const result = await importDocument(bytes);
  const printed = new Map(
    result.ok ? figuresOf(form, result.report.tables).map(({ key, text }) => [key, text] as const) : [],
  );
  const wrong: Mistake[] = [];
  const missed: Mistake[] = [];
  let [right, unread] = [0, 0];
  for (const { key, text } of figuresOf(form, report.tables)) {
    const name = chosen.get(key);
    const certainty = (result.ok && result.provenance[key]?.certainty) || 'unread';
    const mistake = { cell: key, disguise: name ?? '', expected: text, found: printed.get(key) ?? '' };
    if (certainty === 'unread') {
      unread++;
      if (name === undefined || disguises[name]!.outcome === 'read') missed.push(mistake);
    } else if (printed.get(key) === text) right++;
    else wrong.push(mistake);
  }
  return { wrong, missed, right, unread };
}

/** Disguises random figures. */
export function randomDisguises(
  kind: string,
  random: Random,
): { choose: (key: string) => string | undefined; strayOf: () => string } {
  const names = Object.keys(disguisedKinds[kind]!.disguises);
  const share = 1 + random(20);
  return {
    choose: () => (random(share) === 0 ? pick(names, random) : undefined),
    strayOf: () => String(1 + random(pick([9, 99, 9_999], random))),
  };
}
