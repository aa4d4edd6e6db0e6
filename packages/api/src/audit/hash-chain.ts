import { createHash } from 'node:crypto';
import type { AuditEntry } from '@gongkai/db/audit';
import canonicalize from 'canonicalize';

/** Hash before the first line. */
export const genesis = '0'.repeat(64);

/** The hash that chains a line to the one before: SHA-256 over that one's hash and the line's canonical JSON. */
export function linkHash(previous: string, { at, ...entry }: AuditEntry): string {
  const line = canonicalize({ ...entry, at: at.toISOString() })!;
  return createHash('sha256').update(previous).update('\n').update(line).digest('hex');
}
