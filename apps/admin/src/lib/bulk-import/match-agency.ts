import type { AgencySummary } from '@gongkai/api/schemas';

/**
 * The agency that a document names, among those that a person may draft for: the one of that very name, else the only
 * one of which one name is part of the other. Nobody is guessed at where several would do.
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
