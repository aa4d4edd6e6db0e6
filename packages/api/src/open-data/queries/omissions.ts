import { countReports } from '@gongkai/db/open-data';
import { forms, type Form } from '@gongkai/schema';
import type { Dependencies } from '../../common/dependencies.ts';
import type { CellChoice } from '../cells.ts';
import { chosenCells, toReportFilter, wideForm } from '../figure-filter.ts';
import type { FigureFilter } from '../schemas.ts';

/**
 * Figures that were requested but are not in the list, because another form has no such figure or gives it another
 * meaning.
 */
export interface Omission {
  readonly form: string;
  /** Number of requested reports in that form. */
  readonly reports: number;
  /** Codes of the figures; if absent, all figures of these reports are left out. */
  readonly cells?: readonly string[];
}

/** Returns the omissions of a list with one figure per row. @throws {ApiError} unknown_cell, not_found */
export async function figureOmissions(deps: Dependencies, asked: FigureFilter): Promise<Omission[]> {
  const choices = chosenCells(asked);
  const found = formsAsked(asked).map(async (form) => {
    const cells = missingCells(form, choices);
    return cells.length > 0 ? withReports(deps, asked, form, { cells }) : [];
  });
  return (await Promise.all(found)).flat();
}

/** Returns the omissions of a table with one report per row. @throws {ApiError} unknown_cell, not_found */
export async function wideOmissions(deps: Dependencies, asked: FigureFilter): Promise<Omission[]> {
  const shown = wideForm(asked);
  const others = formsAsked(asked).filter((form) => form !== shown);
  const found = await Promise.all([
    ...others.map((form) => withReports(deps, asked, form, {})),
    figureOmissions(deps, { ...asked, form: shown.id }),
  ]);
  return found.flat();
}

function formsAsked({ form }: FigureFilter): readonly Form[] {
  return form === undefined ? forms : forms.filter(({ id }) => id === form);
}

/** Returns the codes of the chosen cells that a form does not have in the same meaning. */
function missingCells(form: Form, choices: readonly CellChoice[] | undefined): string[] {
  return (choices ?? []).filter(({ byForm }) => !byForm.has(form.id)).map(({ cell }) => cell.code);
}

async function withReports(
  { db }: Dependencies,
  asked: FigureFilter,
  form: Form,
  omitted: Pick<Omission, 'cells'>,
): Promise<Omission[]> {
  const reports = await countReports(db, { ...toReportFilter(asked), form: form.id });
  return reports > 0 ? [{ form: form.id, reports, ...omitted }] : [];
}
