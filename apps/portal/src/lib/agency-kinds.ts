import type { AgencyKind, AgencySummary } from '@gongkai/api/schemas';
import { agencyKindLabels } from '@gongkai/ui';

export interface AgencyGroup {
  readonly kind: AgencyKind;
  readonly label: string;
  readonly agencies: readonly AgencySummary[];
}

/**
 * Groups agencies by kind, in the official order. Kinds without an agency are omitted; the given order is kept within a
 * kind.
 */
export function groupByKind(agencies: readonly AgencySummary[]): AgencyGroup[] {
  const byKind = Map.groupBy(agencies, ({ kind }) => kind);
  return (Object.keys(agencyKindLabels) as AgencyKind[]).flatMap((kind) => {
    const found = byKind.get(kind);
    return found ? { kind, label: agencyKindLabels[kind], agencies: found } : [];
  });
}
