import type { AgencyKind, AgencyLevel } from '@gongkai/api/schemas';

/** What kinds of agencies are called. */
export const agencyKindLabels: Readonly<Record<AgencyKind, string>> = {
  government: '人民政府（县级以上）',
  governmentOffice: '政府办公厅（室）',
  department: '政府部门',
  town: '镇人民政府',
  township: '乡人民政府',
  streetOffice: '街道办事处',
  zone: '开发区管理机构',
  verticallyLed: '垂直领导部门',
  authorisedOrganisation: '法律、法规授权的组织',
};

/** What their levels are called. */
export const agencyLevelLabels: Readonly<Record<AgencyLevel, string>> = {
  national: '国家级',
  province: '省级',
  prefecture: '地市级',
  county: '县级',
  township: '乡级',
};
