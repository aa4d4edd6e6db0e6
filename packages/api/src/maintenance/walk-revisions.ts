import type { Database } from '@gongkai/db';
import { countRevisions, walkRevisions, type StoredRevision } from '@gongkai/db/maintenance';
import type { RevisionKey } from '@gongkai/db/report';
import { figureVector, formOf } from '@gongkai/schema';
import { reportIn } from '../common/stored-report.ts';

const BATCH = 50;

/** Receives the number of processed revisions and the total. */
export type OnProgress = (done: number, of: number) => void;

/** Iterates over every revision, with a few in memory at a time. */
export async function* walkAllRevisions(db: Database, onProgress: OnProgress): AsyncGenerator<StoredRevision> {
  const of = await countRevisions(db);
  let done = 0;
  let last: RevisionKey | undefined;
  for (;;) {
    const batch = await walkRevisions(db, last, BATCH);
    yield* batch;
    done += batch.length;
    onProgress(done, of);
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) return;
    last = { ...end, revision: end.number };
  }
}

/** Computes the figures of a revision's body, and whether they match the stored ones. */
export function figuresOfRevision(revision: StoredRevision): { cells: (bigint | null)[]; stored: boolean } {
  const { form, tables } = reportIn(revision);
  const cells = figureVector(formOf(form), tables);
  const stored = revision.cells?.length === cells.length && cells.every((cell, at) => cell === revision.cells![at]);
  return { cells, stored };
}
