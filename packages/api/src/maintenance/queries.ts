import { createHash } from 'node:crypto';
import { listDamagedAttachments } from '@gongkai/db/maintenance';
import type { RevisionKey } from '@gongkai/db/report';
import type { Dependencies } from '../common/dependencies.ts';
import { walkAllRevisions, figuresOfRevision, type OnProgress } from './walk-revisions.ts';

/** What is not as it was stored. Nothing in it means that all is well. */
export interface Inspection {
  readonly revisions: number;
  /** Revisions whose body is not what its digest was made of. */
  readonly damaged: readonly RevisionKey[];
  /** Revisions whose figures are not as their body says: a rebuild repairs them. */
  readonly wrongFigures: readonly RevisionKey[];
  /** Files whose content is not what they are known by. */
  readonly damagedFiles: readonly { readonly agencyId: string; readonly sha256: string }[];
}

/** Holds everything that has a digest against it, and figures against the reports that they come from. */
export async function inspect({ db }: Dependencies, onProgress: OnProgress = () => undefined): Promise<Inspection> {
  const damaged: RevisionKey[] = [];
  const wrongFigures: RevisionKey[] = [];
  let revisions = 0;
  for await (const revision of walkAllRevisions(db, onProgress)) {
    const { agencyId, year, kind, number, body, digest } = revision;
    const key = { agencyId, year, kind, revision: number };
    revisions += 1;
    if (createHash('sha256').update(body).digest('hex') !== digest) damaged.push(key);
    else if (!figuresOfRevision(revision).stored) wrongFigures.push(key);
  }
  return { revisions, damaged, wrongFigures, damagedFiles: await listDamagedAttachments(db) };
}
