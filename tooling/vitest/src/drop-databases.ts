// Drops the databases of a test run on a server that existed before: see when-over.ts.
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { asAdmin } from './as-admin.ts';

export interface DatabasesToDrop {
  readonly url: string;
  /** The prefix of their names. */
  readonly prefix: string;
}

/** How long processes of an interrupted run may still be working, in milliseconds. */
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
