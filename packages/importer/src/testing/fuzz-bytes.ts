import { createImportPool } from '../sandbox/import-pool.ts';
import { corpus } from './corpus.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { randomOf } from './mutate.ts';

/** A document whose import did not end in time with a report or a refusal. */
export interface Breakdown {
  readonly document: string;
  readonly seed: number;
  readonly what: string;
}

/** Reads byte mutations of every file in child processes: each must end with a report or a refusal. */
export async function fuzzBytes(perDocument: number, firstSeed = 1, wanted = ''): Promise<Breakdown[]> {
  // The limit is longer than in production, so that other load on the machine does not look like a hang.
  const pool = createImportPool({ time: 60_000 });
  const broken: Breakdown[] = [];
  for (const { name, bytes } of corpus().filter((document) => document.name.includes(wanted))) {
    const seeds = Array.from({ length: perDocument }, (_, at) => firstSeed + at);
    for (let at = 0; at < seeds.length; at += 20)
      await Promise.all(
        seeds.slice(at, at + 20).map(async (seed) => {
          const what = await pool
            .import(mutateBytes(bytes, randomOf(seed)))
            .then((result) => (!result.ok && result.code === 'too-slow' ? result.message : undefined), String);
          if (what !== undefined) broken.push({ document: name, seed, what });
        }),
      );
  }
  pool.close();
  return broken;
}
