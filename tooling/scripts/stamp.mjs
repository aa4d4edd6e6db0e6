import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Runs a piece of work only if its inputs have changed since it last ran.
 * The work may change its inputs' digest (a build creates folders), so the digest is computed again afterwards.
 * @param {string} file where the digest is stored
 * @param {() => string} digest of all that the work depends on
 * @param {() => Promise<void>} work
 */
export async function onceFor(file, digest, work) {
  if (readOrEmpty(file) === digest()) return;
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, digest());
}

/** @param {Iterable<string | Buffer>} parts */
export function digestOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update(':').update(part);
  return hash.digest('hex');
}

/** @param {string} file */
export function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
