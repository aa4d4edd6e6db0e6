import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { asAdmin } from './as-admin.ts';
import { startPostgres } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL database whose user may create and drop databases. */
    postgresUrl: string;
    /** What the names of the databases begin with of which those of the run are copies. */
    postgresTemplates: string;
  }
}

/** Gives the tests the server of `TEST_DATABASE_URL`, or one that lives as long as the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const templates = `gongkai_template_${randomBytes(8).toString('hex')}`;
  project.provide('postgresTemplates', templates);
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return () => dropAll(given, templates);
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}

function dropAll(url: string, prefix: string): Promise<void> {
  return asAdmin(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name}`);
  });
}
