import { createHash } from 'node:crypto';
import type { PublicReads } from '@gongkai/db';
import type { Dependency } from './dependency.ts';

/** Maximum duration of a publishing transaction: an older event was visible when the newest one was read. */
const WINDOW = '1 hour';
/** If more agencies have published since the last reading, all pages are rendered again. */
const MAX_AGENCIES = 5_000;

/** The state of all public data, as this process last read it. */
export interface PublicState {
  /** State of the register, rounds, day and database. */
  readonly shared: string;
  /** Microseconds since 1970 of the newest publication; 0 without any. */
  readonly newest: number;
  /** The newest publication and the number of publications in the window before it. */
  readonly publications: string;
  /** Part of every version; it changes if all pages must be rendered again. */
  readonly epoch: string;
  /** Identifies the last reading at which this process could not determine which agencies had published. */
  readonly resets: number;
  /**
   * Number of events of an agency and its predecessors, for agencies with an event in the window or since. Events are
   * never deleted, so that a number identifies one state of the agency's publications.
   */
  readonly agencies: ReadonlyMap<string, number>;
}

/** The version of the part of a state that a page depends on. */
export function versionOf({ epoch, publications, agencies }: PublicState, dependency: Dependency): string {
  return dependency.type === 'agency'
    ? `${epoch}/${agencies.get(dependency.agencyId) ?? ''}`
    : `${epoch}/${publications}`;
}

type Pool = Pick<PublicReads, 'pool'>['pool'];

/**
 * Reads the state; agencies only if something was published since the last reading. The state is never newer than the
 * data that a page rendered afterwards reads.
 * @param known the last state that this process read
 */
export async function readPublicState(
  { pool }: { readonly pool: Pool },
  known: PublicState | undefined,
): Promise<PublicState> {
  const { rows } = await pool.query<{ shared: string; newest: string; recent: string }>(`
    SELECT concat_ws('/', ${changesOf('agency')}, ${changesOf('round')}, (now() AT TIME ZONE 'Asia/Shanghai')::date,
        -- A replica may be behind the server that is read in its place.
        current_database(), inet_server_addr(), inet_server_port()) AS shared,
      coalesce(extract(epoch FROM newest) * 1000000, 0)::bigint AS newest,
      (SELECT count(*) FROM publication WHERE at > newest - interval '${WINDOW}') AS recent
    FROM (SELECT max(at) AS newest FROM publication) AS publications`);
  const { shared, recent } = rows[0]!;
  const newest = Number(rows[0]!.newest);
  const publications = `${newest}.${recent}`;
  if (known?.shared === shared && known.publications === publications) return known;

  const changed = await readAgencyCounts(pool, known ? Math.min(known.newest, newest) : newest);
  // The counts of the agencies that are not read here may have changed as well.
  const isUnsure = known !== undefined && (newest < known.newest || changed.size > MAX_AGENCIES);
  const resets = isUnsure ? ++lastReset : (known?.resets ?? 0);
  return {
    ...{ shared, newest, publications, resets },
    epoch: `${createHash('sha256').update(shared).digest('base64url').slice(0, 12)}.${resets}`,
    agencies: isUnsure ? changed : new Map([...(known?.agencies ?? []), ...changed]),
  };
}

/** Prevents two concurrent readings from giving one number to two states. */
let lastReset = 0;

/** Identifies the state of a table by all its change times, because a change may become visible after a later one. */
function changesOf(table: 'agency' | 'round'): string {
  return `(SELECT concat(count(*), '.', sum((extract(epoch FROM changed_at) * 1000000)::bigint % 1000000007)) FROM ${table})`;
}

/** Agencies with an event after the start of the window before a moment, and their successors. */
async function readAgencyCounts(pool: Pool, before: number): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; count: string }>(
    `WITH published AS (
      SELECT DISTINCT agency_id FROM publication WHERE at > to_timestamp($1::double precision / 1000000) - interval '${WINDOW}'
    ), affected AS (
      SELECT agency_id FROM published
      UNION SELECT successor_id FROM agency_succession JOIN published ON predecessor_id = agency_id
      LIMIT ${MAX_AGENCIES + 1}
    )
    SELECT agency_id AS id,
      (SELECT count(*) FROM publication WHERE publication.agency_id = affected.agency_id) +
      (SELECT count(*) FROM agency_succession JOIN publication ON publication.agency_id = predecessor_id
        WHERE successor_id = affected.agency_id) AS count
    FROM affected`,
    [before],
  );
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}
