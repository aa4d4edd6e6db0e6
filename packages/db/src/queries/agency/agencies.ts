import { and, asc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { Database } from '../../database.ts';
import { agency, agencyPeriod } from '../../tables/agency.ts';

type Period = typeof agencyPeriod.$inferSelect;

/** An agency as it was during one period. Days are ISO dates. */
export type Agency = Omit<Period, 'agencyId'> & { id: string };

export type AgencyAttributes = Omit<
  typeof agencyPeriod.$inferInsert,
  'agencyId' | 'validFrom' | 'validTo' | 'dissolvedOn'
>;

export const agencyColumns = {
  id: agencyPeriod.agencyId,
  validFrom: agencyPeriod.validFrom,
  validTo: agencyPeriod.validTo,
  dissolvedOn: agencyPeriod.dissolvedOn,
  name: agencyPeriod.name,
  kind: agencyPeriod.kind,
  level: agencyPeriod.level,
  parentId: agencyPeriod.parentId,
  divisionCode: agencyPeriod.divisionCode,
  creditCode: agencyPeriod.creditCode,
};

/** Selects the current period; for a dissolved agency its last one. */
export const isCurrent = isNull(agencyPeriod.validTo);

const inOrder = [sql`${agencyPeriod.divisionCode} nulls last`, asc(agencyPeriod.name)];

/** The attributes of an agency in its first period. */
export interface NewAgency extends AgencyAttributes {
  /** An existing ULID; by default a new one is generated. */
  id?: string;
  validFrom: string;
}

/** @returns the agency's id */
export async function createAgency(db: Database, { id: agencyId = ulid(), ...attributes }: NewAgency): Promise<string> {
  await db.transaction(async (transaction) => {
    await transaction.insert(agency).values({ id: agencyId });
    await transaction.insert(agencyPeriod).values({ ...attributes, agencyId });
  });
  return agencyId;
}

/**
 * Ends the current period and begins another with the given changes.
 * @param from the first day of the new period, later than that of the current one
 */
export async function changeAgency(
  db: Database,
  id: string,
  from: string,
  changes: Partial<AgencyAttributes>,
): Promise<void> {
  await db.transaction(async (transaction) => {
    const ended = await transaction
      .update(agencyPeriod)
      .set({ validTo: from })
      .where(and(eq(agencyPeriod.agencyId, id), isCurrent))
      .returning();
    for (const period of ended)
      await transaction.insert(agencyPeriod).values({ ...period, ...changes, validFrom: from, validTo: null });
    await touchAgency(transaction, id);
  });
}

/** Corrects the current period in place, without a new period. */
export async function correctAgency(db: Database, id: string, changes: Partial<AgencyAttributes>): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction
      .update(agencyPeriod)
      .set(changes)
      .where(and(eq(agencyPeriod.agencyId, id), isCurrent));
    await touchAgency(transaction, id);
  });
}

/** @param on the day from which the agency is dissolved, later than the first day of its current period */
export async function dissolveAgency(db: Database, id: string, on: string): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction
      .update(agencyPeriod)
      .set({ dissolvedOn: on })
      .where(and(eq(agencyPeriod.agencyId, id), isCurrent));
    await touchAgency(transaction, id);
  });
}

/** Records that the agency has changed. */
export async function touchAgency(db: Database, id: string): Promise<void> {
  await db
    .update(agency)
    .set({ changedAt: sql`clock_timestamp()` })
    .where(eq(agency.id, id));
}

/** @param on a day on which it existed; by default the agency's current or last period is returned */
export async function getAgency(db: Database, id: string, on?: string): Promise<Agency | undefined> {
  const [found] = await periods(db, and(eq(agencyPeriod.agencyId, id), during(on)));
  return found;
}

export interface AgencyFilter {
  ids?: string[];
  parentId?: string;
  /** Lists agencies as of that day, without those that did not exist; by default as they are now. */
  on?: string;
  /** Includes dissolved agencies. A query by ids always includes them. */
  dissolved?: boolean;
}

export function listAgencies(db: Database, filter: AgencyFilter = {}): Promise<Agency[]> {
  const { ids, parentId, on, dissolved = ids !== undefined } = filter;
  return periods(
    db,
    and(
      during(on),
      dissolved || on !== undefined ? undefined : isNull(agencyPeriod.dissolvedOn),
      ids && inArray(agencyPeriod.agencyId, ids),
      parentId === undefined ? undefined : eq(agencyPeriod.parentId, parentId),
    ),
  ).orderBy(...inOrder);
}

/** Lists every period of an agency, the first one first. */
export function agencyHistory(db: Database, id: string): Promise<Agency[]> {
  return periods(db, eq(agencyPeriod.agencyId, id)).orderBy(agencyPeriod.validFrom);
}

/** Returns the ids of an agency and of all agencies currently above it. */
export function agencyAndAbove(db: Database, id: string): Promise<string[]> {
  return closure(
    db,
    sql`select ${id}::text union
      select period.parent_id from agency_period period join reached on period.agency_id = reached.id
      where period.valid_to is null and period.parent_id is not null`,
  );
}

/** Returns the ids of agencies and of all agencies currently below them. */
export function agenciesAndBelow(db: Database, ids: string[]): Promise<string[]> {
  return closure(
    db,
    sql`select unnest(${sql.param(ids)}::text[]) union
      select period.agency_id from agency_period period join reached on period.parent_id = reached.id
      where period.valid_to is null`,
  );
}

/** Computes a transitive closure. `union` instead of `union all` makes it terminate even if parents form a cycle. */
async function closure(db: Database, steps: SQL): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`with recursive reached(id) as (${steps}) select id from reached`,
  );
  return rows.map(({ id }) => id);
}

function periods(db: Database, where: SQL | undefined) {
  return db.select(agencyColumns).from(agencyPeriod).where(where).$dynamic();
}

function during(day: string | undefined): SQL | undefined {
  if (day === undefined) return isCurrent;
  return and(
    lte(agencyPeriod.validFrom, day),
    or(isCurrent, gt(agencyPeriod.validTo, day)),
    or(isNull(agencyPeriod.dissolvedOn), gt(agencyPeriod.dissolvedOn, day)),
  );
}
