import type { AgencyKind, AgencyLevel, AgencySummary } from '@gongkai/api/schemas';

/** Official words for the kinds of agencies, in the order in which they are listed. */
export const agencyKinds: Readonly<Record<AgencyKind, string>> = {
  government: '人民政府',
  governmentOffice: '政府办公厅（室）',
  department: '政府部门',
  town: '镇',
  township: '乡',
  streetOffice: '街道办事处',
  zone: '开发区管理委员会',
  verticallyLed: '垂直领导部门',
  authorisedOrganisation: '法律、法规授权的组织',
};

export const agencyLevels: Readonly<Record<AgencyLevel, string>> = {
  state: '国家级',
  province: '省级',
  prefecture: '地市级',
  county: '县级',
  township: '乡级',
};

export interface AgencyGroup {
  readonly kind: AgencyKind;
  readonly label: string;
  readonly agencies: readonly AgencySummary[];
}

/** Agencies by kind in the official order, kinds without any left out; within a kind in the given order. */
export function groupByKind(agencies: readonly AgencySummary[]): AgencyGroup[] {
  const byKind = Map.groupBy(agencies, ({ kind }) => kind);
  return (Object.keys(agencyKinds) as AgencyKind[]).flatMap((kind) => {
    const found = byKind.get(kind);
    return found ? { kind, label: agencyKinds[kind], agencies: found } : [];
  });
}
