import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import type { DatabasesToDrop } from './drop-databases.ts';
import { startPostgres } from './server.ts';
import { whenOver } from './when-over.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL database whose user may create and drop databases. */
    postgresUrl: string;
    /** The prefix of the names of all databases of the run. */
    postgresPrefix: string;
  }
}

/** Provides the server of `TEST_DATABASE_URL`, or starts one for the duration of the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `gongkai_test_${randomBytes(8).toString('hex')}_`;
  project.provide('postgresPrefix', prefix);
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    const task: DatabasesToDrop = { url: given, prefix };
    return whenOver(new URL('./drop-databases.ts', import.meta.url), task);
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}
