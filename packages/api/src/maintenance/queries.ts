import { createHash } from 'node:crypto';
import { listDamagedAttachments } from '@gongkai/db/maintenance';
import type { RevisionKey } from '@gongkai/db/report';
import type { Dependencies } from '../common/dependencies.ts';
import { walkAllRevisions, figuresOfRevision, type OnProgress } from './walk-revisions.ts';

/** Differences between stored data and its digests; empty if there are none. */
export interface Inspection {
  readonly revisions: number;
  /** Revisions whose body does not match its digest. */
  readonly damaged: readonly RevisionKey[];
  /** Revisions whose figures do not match their body; a rebuild repairs them. */
  readonly wrongFigures: readonly RevisionKey[];
  /** Files whose content does not match their digest. */
  readonly damagedFiles: readonly { readonly agencyId: string; readonly sha256: string }[];
}

/** Compares all stored content with its digests, and figures with their reports. */
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
