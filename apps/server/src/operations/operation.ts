import type { Services } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import type * as z from 'zod';

/** The context of an operation: the open database of the process that runs it. */
export interface Host {
  readonly database: OpenDatabase;
  readonly services: Services;
}

export interface Outcome {
  /** Text for standard output. */
  readonly out: string;
  readonly exitCode: number;
}

/**
 * Work on the database that a command requests. It runs in the running server, or in the command itself if no server
 * runs.
 */
export interface Operation<Args> {
  readonly args: z.ZodType<Args>;
  /** @param say reports progress @throws {Failure} */
  run(host: Host, args: Args, say: (text: string) => void): Promise<Outcome>;
}

export const operation = <Args>(given: Operation<Args>): Operation<Args> => given;
