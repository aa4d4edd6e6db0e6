import type { ReportKind } from '@gongkai/schema';
import { note, type ImportNote } from '../../source/note.ts';

const government = /人民政府$/u;
const lowest = /[镇乡]人民政府$/u;
/** Names of areas and of the bodies that administer them: 实验区, 开发区管委会, 甲水县. */
const area = /(?:区|县|市|州|盟|旗|省|管委会|管理委员会)$/u;
const summedUp = /汇总/u;

export interface FoundKind {
  readonly kind: ReportKind;
  readonly notes: readonly ImportNote[];
}

/**
 * A government at county level or above publishes a consolidated report, and so does an area whose report states that
 * it sums up its bodies; all other bodies publish their own report.
 */
export function findKind(agencyName: string, preamble: string): FoundKind {
  if (government.test(agencyName)) return { kind: lowest.test(agencyName) ? 'own' : 'consolidated', notes: [] };
  if (!area.test(agencyName) || !summedUp.test(preamble)) return { kind: 'own', notes: [] };
  return {
    kind: 'consolidated',
    notes: [note('kind-inferred', 'info', `引言写明是汇总编制，按本级汇总报告读取，请确认。`)],
  };
}
