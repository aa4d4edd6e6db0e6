import { cellLayout } from './cell-layout.ts';
import { tableShape } from './table-shape.ts';
import { disguiseSection, type DisguiseLine } from '../disguises/table.ts';
import { labels } from './labels.ts';
import { measure, trialsOf, type Outcome } from './measure.ts';
import { numbers } from './numbers.ts';
import { preamble } from './preamble.ts';
import { structure } from './structure.ts';
import { fileKinds, type FileKind, type Variation } from './variation.ts';

const groups: Readonly<Record<string, readonly Variation[]>> = {
  'Cells and tables': [...cellLayout, ...tableShape],
  Labels: labels,
  'Headings and structure': structure,
  Numbers: numbers,
  'Title and preamble': preamble,
};

export interface Line {
  readonly group: string;
  readonly variation: Variation;
  readonly outcomes: ReadonlyMap<FileKind, Outcome>;
}

/** Tries every variation in every suitable file format. */
export function tryAll(): Promise<Line[]> {
  return tryIn((kinds) => kinds);
}

/** Tries every variation in one file format; the formats alternate. */
export function tryEachOnce(): Promise<Line[]> {
  return tryIn((kinds, index) => [kinds[index % kinds.length]!]);
}

async function tryIn(choose: (kinds: readonly FileKind[], index: number) => readonly FileKind[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [group, variations] of Object.entries(groups))
    for (const variation of variations) {
      const outcomes = new Map<FileKind, Outcome>();
      for (const kind of choose(variation.kinds ?? fileKinds, lines.length))
        outcomes.set(kind, await measure(trialsOf(variation, kind)));
      lines.push({ group, variation, outcomes });
    }
  return lines;
}

/** All wrong results, with the variation and file format. */
export function wrongIn(lines: readonly Line[]): string[] {
  return lines.flatMap(({ variation, outcomes }) =>
    [...outcomes].flatMap(([kind, { wrong }]) => wrong.map((what) => `${variation.name}, ${kind}: ${what}`)),
  );
}

/** The text of the reference page. */
export function pageOf(lines: readonly Line[], disguised: readonly DisguiseLine[]): string {
  const sections = Object.keys(groups).map((group) => {
    const rows = lines.filter((line) => line.group === group);
    return [
      `## ${group}\n`,
      `| variation | ${fileKinds.join(' | ')} |`,
      `|---|${fileKinds.map(() => '---|').join('')}`,
      ...rows.map(
        ({ variation, outcomes }) =>
          `| ${escaped(variation.name)} | ${fileKinds.map((kind) => inCell(outcomes.get(kind))).join(' | ')} |`,
      ),
      '',
    ].join('\n');
  });
  return `<!-- Written by packages/importer/src/testing/variations/write-table.ts: change the importer or the variations, not this page. -->

# Import of reports that differ from the official form

Each line is a way in which published reports differ from the official form. It is generated with figures that all differ,
for every kind of file and every form to which it applies (PDF: the newest form only). A cell counts figures
**right / reported as not read / wrong**; the number in brackets is how many of the right figures were inferred and are
marked. Wrong is 0 everywhere: a test fails when it is not, or when this page is stale.

${sections.join('\n')}
${disguiseSection(disguised)}`;
}

export function inCell(outcome: Outcome | undefined): string {
  if (!outcome) return '';
  const { right, inferred, unread, wrong } = outcome;
  return `${right}${inferred > 0 ? ` (${inferred})` : ''} / ${unread} / ${wrong.length}`;
}

function escaped(name: string): string {
  return name.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
