import { createHash } from 'node:crypto';
import type { AuditEntry } from '@gongkai/db/audit';
import canonicalize from 'canonicalize';

/** Hash before the first entry. */
export const genesis = '0'.repeat(64);

/**
 * Computes the hash that chains an entry to the one before: SHA-256 over that one's hash and the entry's canonical
 * JSON.
 */
export function linkHash(previous: string, { at, ...entry }: AuditEntry): string {
  const line = canonicalize({ ...entry, at: at.toISOString() })!;
  return createHash('sha256').update(previous).update('\n').update(line).digest('hex');
}
