import type { Services } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import type * as z from 'zod';

/** What an operation works on: the open database of whichever process runs it. */
export interface Host {
  readonly database: OpenDatabase;
  readonly services: Services;
}

export interface Outcome {
  /** For standard output. */
  readonly out: string;
  readonly exitCode: number;
}

/** Work on the database that a command asks for: done by the running server, or by the command itself where none runs. */
export interface Operation<Args> {
  readonly args: z.ZodType<Args>;
  /** @param say how far it is @throws {Failure} */
  run(host: Host, args: Args, say: (text: string) => void): Promise<Outcome>;
}

export const operation = <Args>(given: Operation<Args>): Operation<Args> => given;
