import {
  countAgencies,
  countReports,
  sliceAgencies,
  sliceReportBodies,
  sliceReports,
  type OpenAgencyFilter,
  type OpenReportFilter,
  type ReportKey,
} from '@gongkai/db';
import {
  cellsOf,
  findForm,
  formOf,
  formOfYear,
  forms,
  rowCode,
  valueAt,
  type AgencyKind,
  type AgencyLevel,
  type Form,
} from '@gongkai/schema';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportSummary } from '../report/schemas.ts';
import { toSummary } from '../report/summary.ts';
import { reportIn } from '../report/stored.ts';
import { cellsIn, chooseCells, type CellChoice } from './cells.ts';
import type { FigureFilter, OpenAgency, OpenFigure, OpenFigures, OpenForm, ReportFilter } from './schemas.ts';

/** A part of a list: from after an entry on, so many. */
export interface ListSlice {
  readonly after: string | undefined;
  readonly limit: number;
}

export interface ListPart<Item> {
  readonly items: Item[];
  /** By what the next part is asked for; `null` at the end. */
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
        ...{ id, name, kind: kind as AgencyKind, level: level as AgencyLevel },
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
  const found = await sliceReports(db, plain(filter), { ...keyIn(after), limit: limit + 1 });
  return partOf(found, limit, cursorOf, (report) => [toSummary(report)]);
}

export function reportTotal({ db }: Dependencies, filter: ReportFilter): Promise<number> {
  return countReports(db, plain(filter));
}

/** One line for each figure; a part is of so many reports. */
export async function figures(
  { db }: Dependencies,
  { cells, ...filter }: FigureFilter,
  { after, limit }: ListSlice,
): Promise<ListPart<OpenFigure>> {
  const choices = choose(cells, filter);
  const found = await sliceReportBodies(db, plain(filter), { ...keyIn(after), limit: limit + 1 });
  return partOf(found, limit, cursorOf, (row) => {
    const report = reportIn(row);
    const form = formOf(report.form);
    return cellsIn(form, choices).map(({ code, key, measure }) => ({
      ...ofReport(row),
      ...{ code, key, measure, value: valueAt(formOf(report.form), report, key) },
    }));
  });
}

/** One line for each report of one form, with its figures by official code. */
export async function wideFigures(
  { db }: Dependencies,
  asked: FigureFilter,
  { after, limit }: ListSlice,
): Promise<ListPart<OpenFigures>> {
  const { cells, ...filter } = asked;
  const form = wideForm(asked);
  const columns = cellsIn(form, choose(cells, filter));
  const ofForm = { ...plain(filter), form: form.id };
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
  return countReports(db, { ...plain(asked), form: wideForm(asked).id });
}

/** Columns of the wide table. @throws {ApiError} unknown_cell, not_found */
export function wideColumns(_deps: Dependencies, asked: FigureFilter): { code: string; key: string }[] {
  return cellsIn(wideForm(asked), choose(asked.cells, asked)).map(({ code, key }) => ({ code, key }));
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

function requireForm(id: string): Form {
  const form = findForm(id);
  if (!form) throw new ApiError('not_found', `没有格式“${id}”，可用的有：${forms.map((one) => one.id).join('、')}`);
  return form;
}

/** The one form of a wide table: as asked, of the year, or the newest. */
function wideForm({ form, year, toYear }: FigureFilter): Form {
  if (form !== undefined) return requireForm(form);
  const last = year ?? toYear;
  return (last === undefined ? undefined : formOfYear(last)) ?? forms.at(-1)!;
}

function choose(cells: readonly string[] | undefined, { year, toYear }: FigureFilter): CellChoice[] | undefined {
  return cells && chooseCells(cells, year ?? toYear);
}

function ofReport({ agencyId, agencyName, year, kind, form, digest }: Omit<OpenFigures, 'figures'>) {
  return { agencyId, agencyName, year, kind, form, digest };
}

/** Without what is not asked for. */
function plain({ ...filter }: ReportFilter): OpenReportFilter {
  const { agencyId, under, year, fromYear, toYear, kind, form, origin } = filter;
  const asked = { agencyId, under, year, fromYear, toYear, kind, form, origin };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as OpenReportFilter;
}

function cursorOf({ agencyId, year, kind }: ReportKey): string {
  return `${agencyId}/${year}/${kind}`;
}

function keyIn(after: string | undefined): { after?: ReportKey } {
  if (after === undefined) return {};
  const [agencyId = '', year, kind] = after.split('/');
  return { after: { agencyId, year: Number(year), kind: kind as ReportKey['kind'] } };
}

/** One more than asked for was read: whether it is there tells whether the list goes on. */
function partOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  nameOf: (row: Row) => string,
  itemsOf: (row: Row) => Item[],
): ListPart<Item> {
  const shown = rows.slice(0, limit);
  return { items: shown.flatMap(itemsOf), next: rows.length > limit ? nameOf(shown.at(-1)!) : null };
}
