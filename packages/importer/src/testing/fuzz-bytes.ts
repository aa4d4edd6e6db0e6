import { createImportPool } from '../sandbox/import-pool.ts';
import { corpus } from './corpus.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { randomOf } from './mutate.ts';

/** A document that the importer did not end with a report or a refusal in time. */
export interface Breakdown {
  readonly document: string;
  readonly seed: number;
  readonly what: string;
}

/** Reads mutations of the bytes of every file in child processes: each must end in a report or a refusal. */
export async function fuzzBytes(perDocument: number, firstSeed = 1, wanted = ''): Promise<Breakdown[]> {
  // Longer than in earnest: other work on the machine must not look like a hang.
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
