import type { OpenReportFilter } from '@gongkai/db/open-data';
import { findForm, formOfYear, forms, type Form } from '@gongkai/schema';
import { ApiError } from '../common/errors.ts';
import { chooseCells, type CellChoice } from './cells.ts';
import type { FigureFilter, ReportFilter } from './schemas.ts';

/** Reduces a filter to the fields of the database query. */
export function toReportFilter({ ...filter }: ReportFilter): OpenReportFilter {
  const { agencyId, under, year, fromYear, toYear, kind, form, origin } = filter;
  const asked = { agencyId, under, year, fromYear, toYear, kind, form, origin };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as OpenReportFilter;
}

/**
 * Returns the form of a wide table: the requested one, that of the year, or the newest.
 * @throws {ApiError} not_found
 */
export function wideForm(filter: FigureFilter): Form {
  return namingForm(filter) ?? forms.at(-1)!;
}

/** Returns the requested cells, named as in the requested form or year. @throws {ApiError} unknown_cell, not_found */
export function chosenCells(filter: FigureFilter): CellChoice[] | undefined {
  return filter.cells && chooseCells(filter.cells, namingForm(filter));
}

/** Returns the form whose codes a request uses. @throws {ApiError} not_found */
function namingForm({ form, year, toYear }: FigureFilter): Form | undefined {
  if (form !== undefined) return requireForm(form);
  const last = year ?? toYear;
  return last === undefined ? undefined : formOfYear(last);
}

function requireForm(id: string): Form {
  const form = findForm(id);
  if (!form) throw new ApiError('not_found', `没有格式“${id}”，可用的有：${forms.map((one) => one.id).join('、')}`);
  return form;
}
