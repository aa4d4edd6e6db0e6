import type { Provenance } from '@gongkai/api/schemas';

/** True if the figure was not read from the document with certainty. */
export function isUnsure(source: Provenance[string] | undefined): boolean {
  return source?.certainty === 'inferred' || source?.certainty === 'unread';
}

/** The kind of uncertainty of a figure, or undefined if it was read with certainty. */
export function uncertaintyOf(source: Provenance[string] | undefined): 'inferred' | 'unread' | undefined {
  return source?.certainty === 'inferred' || source?.certainty === 'unread' ? source.certainty : undefined;
}

/** Marks cells as read with certainty, because a person has checked them. */
export function confirmed(provenance: Provenance, cells: readonly string[]): Provenance {
  const unsure = cells.filter((cell) => isUnsure(provenance[cell]));
  if (unsure.length === 0) return provenance;
  return {
    ...provenance,
    ...Object.fromEntries(unsure.map((cell) => [cell, { ...provenance[cell]!, certainty: 'read' as const }])),
  };
}
