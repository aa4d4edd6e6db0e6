import { findCell, type Finding, type Form } from '@gongkai/schema';

/**
 * The cell to which a finding links: the next of its cells if the active cell is one of them, else its first suspect,
 * the first cell of a finding on the whole report, or its last cell, which is the total in the official forms.
 */
export function nextCell({ cells, scope, suspects = [] }: Finding, active: string | undefined): string | undefined {
  const at = active === undefined ? -1 : cells.indexOf(active);
  if (at >= 0) return cells[(at + 1) % cells.length];
  return suspects[0]?.cell ?? (scope === 'report' ? cells[0] : cells.at(-1));
}

/** The section of the form that a finding is about, or undefined if it is about the whole report. */
export function findFindingSection(form: Form, { cells, place, section = place?.section }: Finding) {
  const number = cells[0] === undefined ? undefined : findCell(form, cells[0])?.section;
  return form.sections.find((each) => (section === undefined ? each.number === number : each.key === section));
}
