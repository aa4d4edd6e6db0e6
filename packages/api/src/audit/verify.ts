import {
  auditBegins,
  listAuditCheckpoints,
  listAuditGaps,
  listSealed,
  listUnsealed,
  type AuditCheckpoint,
} from '@gongkai/db/audit';
import type { Dependencies } from '../common/dependencies.ts';
import { genesis, linkHash } from './hash-chain.ts';
import { isGenuine } from './checkpoint.ts';
import type { AuditFault, AuditVerdict } from './schemas.ts';

const BATCH = 2_000;
/** Maximum number of faults that are listed; beyond it the trail is clearly broken. */
const MAX_FAULTS = 100;

/**
 * Verifies the whole chain: finds entries that were changed or removed and links that were cut off, and lists the
 * entries that are not sealed yet. Then compares the stored data with the trail: a changed digest or a cut end leaves a
 * gap between the two.
 */
export async function verify(deps: Dependencies): Promise<AuditVerdict> {
  const { db } = deps;
  const checkpoints = await listAuditCheckpoints(db);
  const faults: AuditFault[] = [];
  for (const made of checkpoints)
    if (!(await isGenuine(deps, made))) faults.push({ type: 'forged', position: made.position });
  const at = new Map(checkpoints.map((made) => [made.position, made]));

  const [first] = await listSealed(db, { after: 0, limit: 1 });
  const start = startOf(first?.position, checkpoints);
  let { position, hash } = start;
  let lines = 0;
  for (;;) {
    const batch = await listSealed(db, { after: position, limit: BATCH });
    for (const link of batch) {
      if (link.position !== position + 1) faults.push({ type: 'gap', position: position + 1 });
      if (!link.entry) faults.push({ type: 'removed', position: link.position, entryId: link.entryId });
      else if (link.hash !== linkHash(hash, link.entry))
        faults.push({ type: 'changed', position: link.position, entryId: link.entryId });
      const made = at.get(link.position);
      if (made && made.hash !== link.hash)
        faults.push({ type: 'changed', position: link.position, entryId: link.entryId });
      ({ position, hash } = link);
      lines += 1;
    }
    if (batch.length < BATCH) break;
  }
  const last = checkpoints.at(-1);
  if (last && last.position > position) faults.push({ type: 'cut', position: position + 1 });
  const unsealed = await listUnsealed(db, { limit: BATCH });
  return {
    lines,
    from: start.position + 1,
    head: hash,
    faults: faults.slice(0, MAX_FAULTS),
    gaps: await listAuditGaps(db, await beginning(deps, start.position), MAX_FAULTS),
    unsealed: unsealed.map(({ id, at, action }) => ({ id, at: at.toISOString(), action })),
  };
}

/**
 * Returns the moment from which all stored data must have an entry: the earliest possible one if nothing was pruned.
 */
async function beginning({ db, clock }: Dependencies, pruned: number): Promise<Date> {
  return pruned === 0 ? new Date(0) : ((await auditBegins(db)) ?? clock());
}

/** Returns the start of the chain: before the first link, or, if entries were pruned, their checkpoint. */
function startOf(
  first: number | undefined,
  checkpoints: readonly AuditCheckpoint[],
): { position: number; hash: string } {
  const under = first === undefined ? checkpoints.at(-1) : checkpoints.findLast(({ position }) => position < first);
  return under && first !== 1 ? { position: under.position, hash: under.hash } : { position: 0, hash: genesis };
}
