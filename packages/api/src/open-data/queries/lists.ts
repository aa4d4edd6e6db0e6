import {
  countAgencies,
  countReports,
  sliceAgencies,
  sliceReportBodies,
  sliceReports,
  type OpenAgencyFilter,
} from '@gongkai/db/open-data';
import type { ReportKey } from '@gongkai/db/report';
import { cellsOf, formOf, forms, rowCode, valueAt, type Form } from '@gongkai/schema';
import type { Dependencies } from '../../common/dependencies.ts';
import type { ReportSummary } from '../../report/schemas.ts';
import { toSummary } from '../../report/report-summary.ts';
import { reportIn } from '../../common/stored-report.ts';
import { cellsIn } from '../cells.ts';
import { chosenCells, toReportFilter, wideForm } from '../figure-filter.ts';
import type { FigureFilter, OpenAgency, OpenFigure, OpenFigures, OpenForm, ReportFilter } from '../schemas.ts';

/** A part of a list: the entry after which it starts, and its length. */
export interface ListSlice {
  readonly after: string | undefined;
  readonly limit: number;
}

export interface ListPart<Item> {
  readonly items: Item[];
  /** Cursor of the next part; `null` at the end. */
  readonly next: string | null;
}

/** Agencies in the order of their ids. */
export async function agencies(
  { db }: Dependencies,
  filter: OpenAgencyFilter,
  { after, limit }: ListSlice,
): Promise<ListPart<OpenAgency>> {
  const found = await sliceAgencies(db, filter, { ...(after !== undefined && { after }), limit: limit + 1 });
  return partOf(
    found,
    limit,
    (agency) => agency.id,
    ({ id, name, kind, level, ...rest }) => [
      {
        ...{ id, name, kind, level },
        ...{ parentId: rest.parentId, divisionCode: rest.divisionCode },
        ...{ creditCode: rest.creditCode, dissolvedOn: rest.dissolvedOn },
      },
    ],
  );
}

export function agencyTotal({ db }: Dependencies, filter: OpenAgencyFilter): Promise<number> {
  return countAgencies(db, filter);
}

/** Public reports in the order of agency, year and kind. */
export async function reports(
  { db }: Dependencies,
  filter: ReportFilter,
  { after, limit }: ListSlice,
): Promise<ListPart<ReportSummary>> {
  const found = await sliceReports(db, toReportFilter(filter), { ...keyIn(after), limit: limit + 1 });
  return partOf(found, limit, cursorOf, (report) => [toSummary(report)]);
}

export function reportTotal({ db }: Dependencies, filter: ReportFilter): Promise<number> {
  return countReports(db, toReportFilter(filter));
}

/** Lists one row per figure; the limit of a part counts reports. */
export async function figures(
  { db }: Dependencies,
  { cells, ...filter }: FigureFilter,
  { after, limit }: ListSlice,
): Promise<ListPart<OpenFigure>> {
  const choices = chosenCells({ cells, ...filter });
  const found = await sliceReportBodies(db, toReportFilter(filter), { ...keyIn(after), limit: limit + 1 });
  return partOf(found, limit, cursorOf, (row) => {
    const report = reportIn(row);
    const form = formOf(report.form);
    return cellsIn(form, choices).map(({ code, key, measure }) => ({
      ...ofReport(row),
      ...{ code, key, measure, value: valueAt(formOf(report.form), report, key) },
    }));
  });
}

/** Lists one row per report of one form, with its figures by official code. */
export async function wideFigures(
  { db }: Dependencies,
  asked: FigureFilter,
  { after, limit }: ListSlice,
): Promise<ListPart<OpenFigures>> {
  const form = wideForm(asked);
  const columns = cellsIn(form, chosenCells(asked));
  const ofForm = { ...toReportFilter(asked), form: form.id };
  const found = await sliceReportBodies(db, ofForm, { ...keyIn(after), limit: limit + 1 });
  return partOf(found, limit, cursorOf, (row) => {
    const report = reportIn(row);
    return [
      {
        ...ofReport(row),
        figures: Object.fromEntries(columns.map(({ code, key }) => [code, valueAt(form, report, key)])),
      },
    ];
  });
}

export async function wideTotal({ db }: Dependencies, asked: FigureFilter): Promise<number> {
  return countReports(db, { ...toReportFilter(asked), form: wideForm(asked).id });
}

/** Columns of the wide table. @throws {ApiError} unknown_cell, not_found */
export function wideColumns(_deps: Dependencies, asked: FigureFilter): { code: string; key: string }[] {
  return cellsIn(wideForm(asked), chosenCells(asked)).map(({ code, key }) => ({ code, key }));
}

/** The official forms with their cells. */
export async function officialForms(): Promise<OpenForm[]> {
  return forms.map(toOpenForm);
}

function toOpenForm(form: Form): OpenForm {
  return {
    id: form.id,
    cells: cellsOf(form).map(({ ordinal, code, key, section, row, column, measure }) => ({
      ...{ ordinal, code, key, section, row: rowCode(row), column: column.label, measure },
    })),
  };
}

function ofReport({ agencyId, agencyName, year, kind, form, digest }: Omit<OpenFigures, 'figures'>) {
  return { agencyId, agencyName, year, kind, form, digest };
}

function cursorOf({ agencyId, year, kind }: ReportKey): string {
  return `${agencyId}/${year}/${kind}`;
}

function keyIn(after: string | undefined): { after?: ReportKey } {
  if (after === undefined) return {};
  const [agencyId = '', year, kind] = after.split('/');
  return { after: { agencyId, year: Number(year), kind: kind as ReportKey['kind'] } };
}

/** Builds a part of a list. One entry more than requested was read, which shows whether the list continues. */
function partOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  nameOf: (row: Row) => string,
  itemsOf: (row: Row) => Item[],
): ListPart<Item> {
  const shown = rows.slice(0, limit);
  return { items: shown.flatMap(itemsOf), next: rows.length > limit ? nameOf(shown.at(-1)!) : null };
}
