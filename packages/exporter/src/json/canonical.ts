import type { Report } from '@gongkai/schema';
import canonicalize from 'canonicalize';

/** A report as canonical JSON (RFC 8785) in UTF-8: the bytes whose SHA-256 is published as its digest. */
export function canonicalJson(report: Report): Uint8Array {
  return new TextEncoder().encode(canonicalize(report));
}
