/** Level of government that a body belongs to. */
export type AgencyLevel = 'state' | 'province' | 'prefecture' | 'county' | 'township';

/** Kind of body, as in the glossary. */
export type AgencyKind =
  | 'government'
  | 'governmentOffice'
  | 'department'
  | 'town'
  | 'township'
  | 'streetOffice'
  | 'zone'
  | 'verticallyLed'
  | 'authorisedOrganisation';

/** Official words for the kinds of agencies, in the order in which they are listed. */
export const agencyKindLabels: Readonly<Record<AgencyKind, string>> = {
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

/** Official words for their levels, from the highest. */
export const agencyLevelLabels: Readonly<Record<AgencyLevel, string>> = {
  state: '国家级',
  province: '省级',
  prefecture: '地市级',
  county: '县级',
  township: '乡级',
};

/** The name given to an agency that a document does not name. */
export const unknownAgency = '（未写明机关）';
