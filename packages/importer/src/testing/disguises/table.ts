import { forms } from '@gongkai/schema';
import { specimen } from '../specimen.ts';
import { disguisedKinds } from './disguised.ts';
import { tryDisguises } from './trial.ts';

/** The results for the figures of one disguise. */
export interface DisguiseLine {
  readonly kind: string;
  readonly name: string;
  readonly right: number;
  readonly unread: number;
  readonly wrong: readonly string[];
}

/** The figures that are disguised in each table. */
const tried = ['disclosure.licensing.decisions', 'requests.received.total', 'requests.received.naturalPersons'];

/** Tries every disguise in the file formats that support it, in the newest form. */
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
    '## Text that is not the current text of a cell\n',
    `Three figures of the newest form are next to, above or below text that is not their current text, or are replaced by`,
    `something that is no number. All other figures must be read correctly. Each kind of file is listed separately.\n`,
    '| kind | figure | right / reported as not read / wrong |',
    '|---|---|---|',
    ...lines.map(
      ({ kind, name, right, unread, wrong }) => `| ${kind} | ${name} | ${right} / ${unread} / ${wrong.length} |`,
    ),
    '',
  ].join('\n');
}
