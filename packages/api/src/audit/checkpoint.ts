import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import {
  appendAuditCheckpoint,
  lastAuditCheckpoint,
  lastSealedBefore,
  listSealed,
  pruneAudit,
  type AuditCheckpoint,
} from '@gongkai/db/audit';
import { getSetting, putSettingOnce } from '@gongkai/db/setting';
import * as z from 'zod/mini';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { endOfChain } from './seal.ts';

/** Minimum months for which entries are kept by law: 网络安全法 第二十一条(三). */
const retentionMonths = 6;
const setting = 'audit-key';

/** Signs the current end of the chain. @returns undefined if the chain is empty or its end is signed already */
export async function checkpoint(deps: Dependencies): Promise<AuditCheckpoint | undefined> {
  const { position, hash } = await endOfChain(deps.db);
  const signed = (await lastAuditCheckpoint(deps.db))?.position ?? 0;
  return position <= signed ? undefined : keepCheckpoint(deps, position, hash);
}

/**
 * Deletes the entries before a moment, after a signed checkpoint that covers them.
 * @returns the number of deleted entries; entries younger than half a year are never deleted
 */
export function prune(deps: Dependencies, before: Date): Promise<number> {
  const latest = new Date(deps.clock());
  latest.setMonth(latest.getMonth() - retentionMonths);
  return inTransaction(deps, async (deps) => {
    const through = await lastSealedBefore(deps.db, before < latest ? before : latest);
    if (through === 0) return 0;
    const [last] = await listSealed(deps.db, { after: through - 1, limit: 1 });
    if (last?.position !== through) return 0;
    await keepCheckpoint(deps, through, last.hash);
    return pruneAudit(deps.db, through);
  });
}

async function keepCheckpoint(deps: Dependencies, position: number, hash: string): Promise<AuditCheckpoint> {
  const at = deps.clock();
  const signature = sign(null, statement({ position, hash, at }), await signingKey(deps)).toString('base64');
  const made = { position, hash, signature, at };
  await appendAuditCheckpoint(deps.db, made);
  return made;
}

/** Returns whether the installation's key signed the checkpoint. */
export async function isGenuine(deps: Dependencies, made: AuditCheckpoint): Promise<boolean> {
  const key = createPublicKey(await signingKey(deps));
  return verify(null, statement(made), key, Buffer.from(made.signature, 'base64'));
}

function statement({ position, hash, at }: Pick<AuditCheckpoint, 'position' | 'hash' | 'at'>): Buffer {
  return Buffer.from(`gongkai audit ${position} ${hash} ${at.toISOString()}`);
}

/** Returns the installation's key, which is created at first use. */
async function signingKey({ db }: Dependencies): Promise<KeyObject> {
  const kept = z.optional(z.string()).parse(await getSetting(db, setting));
  if (kept !== undefined) return createPrivateKey(kept);
  const { privateKey } = generateKeyPairSync('ed25519');
  await putSettingOnce(db, setting, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  // If two processes start concurrently, one creates the key and both read the same.
  return createPrivateKey(z.string().parse(await getSetting(db, setting)));
}
