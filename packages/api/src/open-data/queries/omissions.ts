import { countReports } from '@gongkai/db/open-data';
import { forms, type Form } from '@gongkai/schema';
import type { Dependencies } from '../../common/dependencies.ts';
import type { CellChoice } from '../cells.ts';
import { chosenCells, toReportFilter, wideForm } from '../figure-filter.ts';
import type { FigureFilter } from '../schemas.ts';

/** Figures that a list of figures was asked for and does not hold, since another form has them differently or not. */
export interface Omission {
  readonly form: string;
  /** How many reports of that form were asked for. */
  readonly reports: number;
  /** Codes of the figures; all of these reports' figures where not given. */
  readonly cells?: readonly string[];
}

/** What a list of one figure a row leaves out. @throws {ApiError} unknown_cell, not_found */
export async function figureOmissions(deps: Dependencies, asked: FigureFilter): Promise<Omission[]> {
  const choices = chosenCells(asked);
  const found = formsAsked(asked).map(async (form) => {
    const cells = missingCells(form, choices);
    return cells.length > 0 ? withReports(deps, asked, form, { cells }) : [];
  });
  return (await Promise.all(found)).flat();
}

/** What a table of one report a row leaves out. @throws {ApiError} unknown_cell, not_found */
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

/** Codes of the chosen cells that a form does not have in that meaning. */
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
