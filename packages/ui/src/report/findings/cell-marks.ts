import type { Finding, Severity } from '@gongkai/schema';

/** What the findings say of one cell. */
export interface CellMark {
  /** The gravest of its findings. */
  readonly severity: Severity;
  /** Numbers of the findings whose reference stands at this cell, from 1. */
  readonly references: readonly number[];
}

const gravity: readonly Severity[] = ['block', 'explain', 'hint'];

/**
 * Marks by cell key. All cells of a finding are tinted. Its number stands at its suspects, or else at its last cell,
 * which in the official forms is the total; of a finding on the whole report, such as blank cells, at the last cell of
 * each row, so that no tinted row is without a number.
 */
export function cellMarks(findings: readonly Finding[]): ReadonlyMap<string, CellMark> {
  const marks = new Map<string, CellMark>();
  findings.forEach((finding, index) => {
    const { cells, severity } = finding;
    const referring = referringCells(finding);
    for (const cell of new Set([...cells, ...referring])) {
      const mark = marks.get(cell);
      marks.set(cell, {
        severity: mark ? graver(mark.severity, severity) : severity,
        references: [...(mark?.references ?? []), ...(referring.has(cell) ? [index + 1] : [])],
      });
    }
  });
  return marks;
}

function referringCells({ cells, scope, suspects = [] }: Finding): ReadonlySet<string> {
  if (suspects.length > 0) return new Set(suspects.map(({ cell }) => cell));
  if (scope !== 'report') return new Set(cells.slice(-1));
  const lastOfRow = new Map(cells.map((cell) => [cell.slice(0, cell.lastIndexOf('.')), cell]));
  return new Set(lastOfRow.values());
}

/** The numbers at a cell of the grid: of more than two the first, since they would lie over the figure. */
export function shortReferences(mark: CellMark | undefined): string {
  const [first, ...others] = mark?.references ?? [];
  return others.length > 1 ? `${first} +${others.length}` : [first, ...others].join(' ');
}

function graver(a: Severity, b: Severity): Severity {
  return gravity.indexOf(a) <= gravity.indexOf(b) ? a : b;
}
