import { createHash } from 'node:crypto';
import type { Report } from '@gongkai/schema';
import canonicalize from 'canonicalize';

/** A report as it is stored for good: canonical JSON (RFC 8785) and the SHA-256 of it. */
export function toCanonicalReport(report: Report): { body: string; digest: string } {
  const body = canonicalize(report)!;
  return { body, digest: createHash('sha256').update(body).digest('hex') };
}
