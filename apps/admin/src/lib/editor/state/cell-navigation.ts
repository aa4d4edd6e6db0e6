import { cellMarks, findFindingSection } from '@gongkai/ui';
import { cellOf, cellsOf, type Cell, type Finding, type Form, type Head, type Severity } from '@gongkai/schema';

/** The headings of a cell's row and column, outermost first. */
export function cellHeadings({ block, row, column }: Cell): { readonly row: string; readonly column: string } {
  const words = (heads: readonly Head[] | undefined, label: Head): string =>
    [...above(heads ?? [], label.under), label].map(({ label }) => label).join(' › ');
  return { row: words(block.rowHeads, row), column: words(block.columnHeads, column) };
}

function above(heads: readonly Head[], key: string | undefined): Head[] {
  const head = heads.find((candidate) => candidate.key === key);
  return head ? [...above(heads, head.under), head] : [];
}

/** Numbers of findings by severity, most severe first. Severities without a finding are omitted. */
export function countBySeverity(
  findings: readonly Finding[],
): { readonly severity: Severity; readonly count: number }[] {
  return (['block', 'explain', 'hint'] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** Findings by the key of their section, in their order. Findings on the whole report have the empty key. */
export function findingsBySection(form: Form, findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, (finding) => findFindingSection(form, finding)?.key ?? '');
}

/** Keys of the cells to review, in official order: to be confirmed, blank, or with a finding. */
export function cellsToReview(
  form: Form,
  findings: readonly Finding[],
  toConfirm: ReadonlySet<string>,
  isBlank: (cell: string) => boolean,
): string[] {
  const marks = cellMarks(findings);
  return cellsOf(form)
    .map(({ key }) => key)
    .filter((key) => toConfirm.has(key) || isBlank(key) || (marks.get(key)?.references.length ?? 0) > 0);
}

/** The next of these cells in official order, continuing at the first after the last. `back` reverses the direction. */
export function nextCellIn(
  form: Form,
  cells: readonly string[],
  from: string | undefined,
  back = false,
): string | undefined {
  const ordinals = cells.map((cell) => cellOf(form, cell).ordinal);
  const at = from === undefined ? 0 : cellOf(form, from).ordinal;
  const index = back
    ? ordinals.findLastIndex((ordinal) => ordinal < at)
    : ordinals.findIndex((ordinal) => ordinal > at);
  return cells[index] ?? cells.at(back ? -1 : 0);
}
