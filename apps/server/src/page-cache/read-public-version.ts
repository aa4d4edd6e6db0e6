import type { PublicReads } from '@gongkai/db';

/**
 * Names the state of all that the public is shown, by the newest publications, the agencies' and rounds' last
 * change, and the day: what was in time yesterday may be late today.
 * An event's time is that of its transaction's begin, so that one may become visible after a later one: the count of
 * those of the last minute tells.
 */
export async function readPublicVersion({ pool }: Pick<PublicReads, 'pool'>): Promise<string> {
  const { rows } = await pool.query<{ version: string }>(`
    SELECT concat_ws('/', newest, (SELECT count(*) FROM publication WHERE at > newest - interval '1 minute'),
      (SELECT max(changed_at) FROM agency), (SELECT count(*) FROM agency), (SELECT max(changed_at) FROM round),
      (now() AT TIME ZONE 'Asia/Shanghai')::date) AS version
    FROM (SELECT max(at) AS newest FROM publication) AS publications`);
  return rows[0]!.version;
}
