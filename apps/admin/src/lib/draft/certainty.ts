import type { Provenance } from '@gongkai/api/schemas';

/** True where a document was not read for certain. */
export function isUnsure(source: Provenance[string] | undefined): boolean {
  return source?.certainty === 'inferred' || source?.certainty === 'unread';
}

/** How a figure was read where it was not read for certain. */
export function uncertaintyOf(source: Provenance[string] | undefined): 'inferred' | 'unread' | undefined {
  return source?.certainty === 'inferred' || source?.certainty === 'unread' ? source.certainty : undefined;
}

/** A figure that a person has seen to is as good as read. */
export function confirmed(provenance: Provenance, cells: readonly string[]): Provenance {
  const unsure = cells.filter((cell) => isUnsure(provenance[cell]));
  if (unsure.length === 0) return provenance;
  return {
    ...provenance,
    ...Object.fromEntries(unsure.map((cell) => [cell, { ...provenance[cell]!, certainty: 'read' as const }])),
  };
}
