import type { RollUpPart } from '../engine/context.ts';

/** The parts whose published revision is another than the one that was summed. */
export function driftOf(parts: readonly RollUpPart[]): RollUpPart[] {
  return parts.filter(({ digest, currentDigest }) => digest && currentDigest && digest !== currentDigest);
}
