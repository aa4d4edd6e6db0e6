import type { ReportKind } from '@gongkai/schema';

const government = /人民政府$/u;
const lowest = /[镇乡]人民政府$/u;

/** A government from the county up publishes the report summed over its bodies; all others their own. */
export function kindOf(agencyName: string): ReportKind {
  return government.test(agencyName) && !lowest.test(agencyName) ? 'consolidated' : 'own';
}
