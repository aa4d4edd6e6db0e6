import type { AgencyKind, ReportKind } from '@gongkai/schema';

/** A government from county up sums up its bodies' reports; every other body reports on itself. */
export function reportKindOf({ kind }: { readonly kind: AgencyKind | (string & {}) }): ReportKind {
  return kind === 'government' ? 'consolidated' : 'own';
}
