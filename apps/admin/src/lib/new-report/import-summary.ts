import type { Provenance } from '@gongkai/api/schemas';
import { blockText, cellsOf, formOf, isNotApplicable, valueAt, type Report } from '@gongkai/schema';

/** Numbers of a report's cells by content. */
export interface CellCounts {
  readonly all: number;
  readonly numbers: number;
  readonly blank: number;
  readonly notApplicable: number;
  /** Number of cells with content that could not be read. */
  readonly unread: number;
  /** Number of cells inferred from sums, to be confirmed. */
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

/** True if a document names another agency than the chosen one: neither name contains the other. */
export function namesOtherAgency(found: string, chosen: string): boolean {
  const [a, b] = [found, chosen].map((name) => name.normalize('NFKC').replaceAll(/\s/g, '')) as [string, string];
  return a !== '' && !a.includes(b) && !b.includes(a);
}

/** Number of characters of running text in a section, without white space. */
export function lengthOfText({ sections }: Report, key: string): number {
  const blocks = sections.find((section) => section.key === key)?.blocks ?? [];
  const text = blocks.map(blockText).join('');
  return text.replaceAll(/\s/g, '').length;
}
