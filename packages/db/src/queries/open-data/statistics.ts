import { sql, type SQL } from 'drizzle-orm';
import type { AgencyKind, AgencyLevel } from '@gongkai/schema';
import type { Database } from '../../database.ts';
import type { ReportKind } from '../common/report-key.ts';
import { subtree } from './lists.ts';

/** Dimensions by which sums are grouped. `region`: the agency directly below the requested one, with all below it. */
export const dimensions = ['region', 'agencyKind', 'level', 'year'] as const;
export type Dimension = (typeof dimensions)[number];

export interface FigureSumsAsked {
  /** For each cell, its position in the array of figures by id of the form. */
  cells: readonly ReadonlyMap<string, number>[];
  by: readonly Dimension[];
  kind: ReportKind;
  /** Selects this agency and all currently below it. */
  under?: string;
  agencyKind?: string;
  level?: string;
  fromYear?: number;
  toYear?: number;
}

/**
 * One group of public reports. Sums are whole numbers, money in 分, `null` if no report has the figure; `absent` counts
 * reports whose form does not have it.
 */
export interface FigureSums {
  group: { region?: string; agencyKind?: AgencyKind; level?: AgencyLevel; year?: number };
  reports: number;
  /** Number of distinct agencies. */
  bodies: number;
  sums: { sum: bigint | null; filled: number; absent: number }[];
}

const columns: Readonly<Record<Dimension, SQL>> = {
  region: sql`place.region`,
  agencyKind: sql`agency.kind`,
  level: sql`agency.level`,
  year: sql`figures.year`,
};

/** Sums cells over the reports that are public now, grouped by the current attributes of agencies. */
export async function sumFigures(db: Database, asked: FigureSumsAsked): Promise<FigureSums[]> {
  const { cells, by, kind, under, agencyKind, level, fromYear, toYear } = asked;
  const groups = by.map((dimension) => columns[dimension]);
  const sums = cells.flatMap((places) => {
    const value = valueAt(places);
    const other = sql`count(*) filter (where figures.form not in (${list([...places.keys()].map((form) => sql`${form}`))}))`;
    return [sql`sum(${value})::text`, sql`count(${value})::int`, sql`${other}::int`];
  });
  // An agency has one report of a kind per year, so a slower distinct count is unnecessary for a single year.
  const oneYear = by.includes('year') || (fromYear !== undefined && fromYear === toYear);
  const bodies = oneYear ? sql`count(*)::int` : sql`count(distinct figures.agency_id)::int`;
  const selected = [...groups, sql`count(*)::int`, bodies, ...sums].map(
    (column, at) => sql`${column} as ${sql.identifier(`c${at}`)}`,
  );
  const conditions = [
    sql`figures.kind = ${kind}`,
    sql`shown.action <> 'withdrawn'`,
    sql`not exists (select from publication later where later.agency_id = shown.agency_id
      and later.year = shown.year and later.kind = shown.kind and later.number > shown.number)`,
    under !== undefined && !by.includes('region') && sql`figures.agency_id in ${subtree(under)}`,
    agencyKind !== undefined && sql`agency.kind = ${agencyKind}`,
    level !== undefined && sql`agency.level = ${level}`,
    fromYear !== undefined && sql`figures.year >= ${fromYear}`,
    toYear !== undefined && sql`figures.year <= ${toYear}`,
  ].filter((condition) => condition !== false);
  const { rows } = await db.execute<Record<string, string | number | null>>(sql`
    ${by.includes('region') ? places(under) : sql``}
    select ${list(selected)} from figures
    join publication shown on shown.agency_id = figures.agency_id and shown.year = figures.year
      and shown.kind = figures.kind and shown.revision = figures.revision
    join agency_period agency on agency.agency_id = figures.agency_id and agency.valid_to is null
    ${by.includes('region') ? sql`join place on place.id = figures.agency_id` : sql``}
    where ${sql.join(conditions, sql` and `)}
    ${groups.length > 0 ? sql`group by ${list(groups)} order by ${list(groups)}` : sql``}`);
  return rows.map((row) => read(row, by, cells.length)).filter(({ reports }) => reports > 0);
}

function read(row: Record<string, string | number | null>, by: readonly Dimension[], cells: number): FigureSums {
  const at = (index: number) => row[`c${index}`]!;
  const first = by.length + 2;
  return {
    group: Object.fromEntries(by.map((dimension, index) => [dimension, at(index)])),
    reports: at(by.length) as number,
    bodies: at(by.length + 1) as number,
    sums: Array.from({ length: cells }, (_, cell) => {
      const [sum, filled, absent] = [0, 1, 2].map((part) => at(first + cell * 3 + part));
      return {
        sum: sum === null || sum === undefined ? null : BigInt(sum),
        filled: filled as number,
        absent: absent as number,
      };
    }),
  };
}

/** Selects the figure of a cell whose position depends on the form. */
function valueAt(places: ReadonlyMap<string, number>): SQL {
  const cases = [...places].map(([form, at]) => sql`when ${form} then figures.cells[${sql.raw(String(at))}]`);
  return sql`case figures.form ${sql.join(cases, sql` `)} end`;
}

/** Maps each agency to its region: the ancestor directly below `under`, or at the top. */
function places(under: string | undefined): SQL {
  const top =
    under === undefined
      ? sql`valid_to is null and parent_id is null`
      : sql`valid_to is null and (agency_id = ${under} or parent_id = ${under})`;
  const below = under === undefined ? sql`` : sql`and place.id <> ${under}`;
  return sql`with recursive place(id, region) as (
    select agency_id, agency_id from agency_period where ${top} union
    select period.agency_id, place.region from agency_period period join place on period.parent_id = place.id
    where period.valid_to is null ${below})`;
}

function list(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `);
}
