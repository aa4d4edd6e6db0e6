import { forms } from '@gongkai/schema';
import { specimen } from '../specimen.ts';
import { disguisedKinds } from './disguised.ts';
import { tryDisguises } from './trial.ts';

/** What became of the figures of one disguise. */
export interface DisguiseLine {
  readonly kind: string;
  readonly name: string;
  readonly right: number;
  readonly unread: number;
  readonly wrong: readonly string[];
}

/** Figures of each table that are disguised. */
const tried = ['disclosure.licensing.decisions', 'requests.received.total', 'requests.received.naturalPersons'];

/** Tries every disguise in the kinds of file that know it, in the newest form. */
export async function tryAllDisguises(): Promise<DisguiseLine[]> {
  const form = forms.at(-1)!;
  const lines: DisguiseLine[] = [];
  for (const [kind, { disguises }] of Object.entries(disguisedKinds))
    for (const name of Object.keys(disguises)) {
      const choose = (key: string) => (tried.includes(key) ? name : undefined);
      const { right, unread, wrong } = await tryDisguises(kind, form, specimen(form), choose, () => '73');
      lines.push({
        kind,
        name,
        right,
        unread,
        wrong: wrong.map(({ cell, expected, found }) => `${kind}, ${name}, ${cell}: ${found} for ${expected}`),
      });
    }
  return lines;
}

/** The section of the reference page. */
export function disguiseSection(lines: readonly DisguiseLine[]): string {
  return [
    '## What is no part of the text of a cell\n',
    `Three figures of the newest form with something beside, over or under them that is not their current text, or with what`,
    `is no number in their place; all other figures must come out right. Each kind of file is listed by itself.\n`,
    '| kind | a figure | right / named as not read / wrong |',
    '|---|---|---|',
    ...lines.map(
      ({ kind, name, right, unread, wrong }) => `| ${kind} | ${name} | ${right} / ${unread} / ${wrong.length} |`,
    ),
    '',
  ].join('\n');
}
