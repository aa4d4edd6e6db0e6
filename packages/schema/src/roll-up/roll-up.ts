/**
 * The sum over the reports of the bodies below a government.
 * @module
 */

import type { RollUpPart } from '../engine/context.ts';
import { formOf } from '../forms/registry.ts';
import { blankReport, buildTables } from '../report/blank.ts';
import type { Agency, Report } from '../report/report.ts';
import { addValues, type Value } from '../report/value.ts';
import { valueIn } from '../report/values.ts';

export { driftOf } from '../engine/context.ts';

/** What one body gave to a cell of the consolidated report. */
export interface Contribution {
  readonly agency: Agency;
  readonly value: Value;
}

export interface RolledUp {
  readonly report: Report;
  /** For each cell, the parts in the order given; their values add up to the cell. */
  readonly provenance: Readonly<Record<string, readonly Contribution[]>>;
}

/** Reports that cannot be summed: none given, of different years or forms, or one body twice. */
export class RollUpError extends Error {
  override readonly name = 'RollUpError';
}

/**
 * The consolidated report (本级政府汇总) over its direct children: every cell the exact sum, traceable to its parts.
 * A blank in one part leaves the sum blank. Text is not joined: a consolidated report gets a text of its own.
 * @param parts reports of one year in one form, each of another body
 * @param government the government that consolidates them
 * @returns the report, and for each cell the parts of its sum
 * @throws RollUpError where the parts do not belong together
 * @example rollUp([{ report: town }, { report: office }], { name: '云溪县人民政府' }).report
 */
export function rollUp(parts: readonly RollUpPart[], government: Agency): RolledUp {
  const [first] = parts;
  if (!first) throw new RollUpError('没有可汇总的报告');
  const { year, form } = first.report;
  const other = parts.find(({ report }) => report.year !== year || report.form !== form);
  if (other) throw new RollUpError(`${other.report.agency.name}的报告年度或格式与其他报告不同，不能汇总`);
  const bodies = parts.map(({ report }) => report.agency.id ?? report.agency.name);
  const twice = parts.find((_, at) => bodies.indexOf(bodies[at]!) !== at);
  if (twice) throw new RollUpError(`${twice.report.agency.name}的报告重复，不能汇总`);

  const layout = formOf(form);
  const provenance: Record<string, Contribution[]> = {};
  const tables = buildTables(layout, (cell) => {
    const given = parts.map(({ report }) => ({ agency: report.agency, value: valueIn(report.tables, cell) }));
    provenance[cell] = given;
    return addValues(given.map(({ value }) => value));
  });
  return { report: { ...blankReport(layout, government, year, 'consolidated'), tables }, provenance };
}
