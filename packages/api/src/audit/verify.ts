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
/** More are not told one by one: the trail is broken, and where shows. */
const MAX_FAULTS = 100;

/**
 * Walks the whole chain: finds lines that were changed or removed, links and ends cut off, and names what is not sealed
 * yet. Then compares what is stored with it: a digest changed or a tail cut leaves a gap between the two.
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

/** From when on everything stored must have its line: from ever, where none was pruned. */
async function beginning({ db, clock }: Dependencies, pruned: number): Promise<Date> {
  return pruned === 0 ? new Date(0) : ((await auditBegins(db)) ?? clock());
}

/** Before the first link; where lines were cleared away, at the checkpoint that they were cleared under. */
function startOf(
  first: number | undefined,
  checkpoints: readonly AuditCheckpoint[],
): { position: number; hash: string } {
  const under = first === undefined ? checkpoints.at(-1) : checkpoints.findLast(({ position }) => position < first);
  return under && first !== 1 ? { position: under.position, hash: under.hash } : { position: 0, hash: genesis };
}
