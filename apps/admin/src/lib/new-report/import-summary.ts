import type { Provenance } from '@gongkai/api/schemas';
import { blockText, cellsOf, formOf, isNotApplicable, valueAt, type Report } from '@gongkai/schema';

/** How many of a report's cells hold what. */
export interface CellCounts {
  readonly all: number;
  readonly numbers: number;
  readonly blank: number;
  readonly notApplicable: number;
  /** Something stood there that could not be read. */
  readonly unread: number;
  /** Placed by reckoning, to be confirmed. */
  readonly inferred: number;
}

export function countCells(report: Report, provenance: Provenance): CellCounts {
  const cells = cellsOf(formOf(report.form)).map(({ key }) => ({
    value: valueAt(formOf(report.form), report, key),
    certainty: provenance[key]?.certainty,
  }));
  const count = (holds: (cell: (typeof cells)[number]) => boolean) => cells.filter(holds).length;
  const isUnread = ({ certainty }: (typeof cells)[number]) => certainty === 'unread';
  return {
    all: cells.length,
    numbers: count(({ value }) => value !== null && !isNotApplicable(value)),
    blank: count((cell) => cell.value === null && !isUnread(cell)),
    notApplicable: count(({ value }) => isNotApplicable(value)),
    unread: count(isUnread),
    inferred: count(({ certainty }) => certainty === 'inferred'),
  };
}

/** True where a document's name of its agency cannot be that of the chosen one: neither is part of the other. */
export function namesOtherAgency(found: string, chosen: string): boolean {
  const [a, b] = [found, chosen].map((name) => name.normalize('NFKC').replaceAll(/\s/g, '')) as [string, string];
  return a !== '' && !a.includes(b) && !b.includes(a);
}

/** Characters of running text in a section, blanks apart. */
export function lengthOfText({ sections }: Report, key: string): number {
  const blocks = sections.find((section) => section.key === key)?.blocks ?? [];
  const text = blocks.map(blockText).join('');
  return text.replaceAll(/\s/g, '').length;
}
