import type { Random } from './mutate.ts';

/** Changes, removes or duplicates some bytes. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = bytes;
  for (let count = 1 + random(20); count > 0; count--) {
    const at = random(mutated.length);
    const kind = random(3);
    if (kind === 0) mutated = mutated.with(at, random(256));
    else if (kind === 1) mutated = joined(mutated.subarray(0, at), mutated.subarray(at + random(200)));
    else mutated = joined(mutated.subarray(0, at), mutated.subarray(at, at + random(200)), mutated.subarray(at));
  }
  return mutated;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
