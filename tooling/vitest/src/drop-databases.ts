// Drops what a run of tests made on a server that was there before: see when-over.ts.
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { asAdmin } from './as-admin.ts';

export interface DatabasesToDrop {
  readonly url: string;
  /** What their names begin with. */
  readonly prefix: string;
}

/** For so long processes of the run that was broken off may still be at work. */
const patience = 1_000;

const { url, prefix } = (await json(process.stdin)) as DatabasesToDrop;

await asAdmin(url, async (client) => {
  for (let last = Date.now(); Date.now() - last < patience; await sleep(100)) {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    if (rows.length > 0) last = Date.now();
  }
});
