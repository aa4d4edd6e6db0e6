import type { Database } from '@gongkai/db';
import {
  appendAuditLinks,
  lastAuditCheckpoint,
  lastAuditLink,
  listUnsealed,
  lockAuditSeal,
  type AuditLink,
} from '@gongkai/db/audit';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { genesis, linkHash } from './hash-chain.ts';

const BATCH = 1_000;

/**
 * Chains the entries that are not chained yet. Entries are written independently, so that clerks do not wait for each
 * other; this puts them in order afterwards, in one process at a time.
 * @param since older entries are skipped, because no transaction stays open for so long
 * @returns the number of chained entries; undefined if another process is sealing
 */
export async function seal(deps: Dependencies, { since }: { since?: Date } = {}): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await inTransaction(deps, async ({ db }) => {
      if (!(await lockAuditSeal(db))) return 0;
      const entries = await listUnsealed(db, { since, limit: BATCH });
      let { position, hash } = await endOfChain(db);
      const links = entries.map((entry): AuditLink => {
        position += 1;
        hash = linkHash(hash, entry);
        return { position, entryId: entry.id, hash };
      });
      if (links.length > 0) await appendAuditLinks(db, links);
      return links.length;
    });
    sealed += batch;
    if (batch < BATCH) return sealed;
  }
}

/** Returns the end of the chain: the last link, or the checkpoint after which all entries were deleted. */
export async function endOfChain(db: Database): Promise<{ position: number; hash: string }> {
  const last = await lastAuditLink(db);
  const checkpoint = await lastAuditCheckpoint(db);
  const { position, hash } = last ?? checkpoint ?? { position: 0, hash: genesis };
  return { position, hash };
}
