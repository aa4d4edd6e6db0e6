import type { AgencySummary } from '@gongkai/api/schemas';

/**
 * Finds the agency named by a document among the user's agencies: the one with exactly this name, else the only one for
 * which one name contains the other. If several match, no agency is guessed.
 */
export function matchAgency<A extends Pick<AgencySummary, 'name'>>(
  found: string,
  agencies: readonly A[],
): A | undefined {
  const name = plain(found);
  if (name === '') return undefined;
  const same = agencies.filter((agency) => plain(agency.name) === name);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const alike = agencies.filter((agency) => plain(agency.name).endsWith(name) || name.endsWith(plain(agency.name)));
  return alike.length === 1 ? alike[0] : undefined;
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}
