import type { Finding, Severity } from '@gongkai/schema';

/** The marks of the findings on one cell. */
export interface CellMark {
  /** The highest severity of the cell's findings. */
  readonly severity: Severity;
  /** Numbers of the findings whose reference is shown at this cell, from 1. */
  readonly references: readonly number[];
}

const gravity: readonly Severity[] = ['block', 'explain', 'hint'];

/**
 * Marks by cell key. All cells of a finding are tinted. The number of a finding is shown at its suspects, else at its
 * last cell, which is the total in the official forms. For a finding on the whole report, such as blank cells, it is
 * shown at the last cell of each row, so that each tinted row has a number.
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

/**
 * The numbers to show at a cell. More than two would cover the figure, so they are shortened to the first and a count.
 */
export function shortReferences(mark: CellMark | undefined): string {
  const [first, ...others] = mark?.references ?? [];
  return others.length > 1 ? `${first} +${others.length}` : [first, ...others].join(' ');
}

function graver(a: Severity, b: Severity): Severity {
  return gravity.indexOf(a) <= gravity.indexOf(b) ? a : b;
}
