import { createHash } from 'node:crypto';
import type { Report } from '@gongkai/schema';
import canonicalize from 'canonicalize';

/** Serialises a report for permanent storage: canonical JSON (RFC 8785) and its SHA-256. */
export function toCanonicalReport(report: Report): { body: string; digest: string } {
  const body = canonicalize(report)!;
  return { body, digest: createHash('sha256').update(body).digest('hex') };
}
