import type { Column, Head, Row } from '../layout/layout.ts';

/** The kinds of applicants, unchanged since 2019. */
export const applicantHeads = [
  { key: 'applicants', label: '申请人情况' },
  { key: 'organisations', label: '法人或其他组织', under: 'applicants' },
] as const satisfies readonly Head[];

export const applicantColumns = [
  { key: 'naturalPersons', label: '自然人', under: 'applicants', measure: 'count' },
  { key: 'businesses', label: '商业企业', under: 'organisations', measure: 'count' },
  { key: 'researchInstitutions', label: '科研机构', under: 'organisations', measure: 'count' },
  { key: 'publicBenefitOrganisations', label: '社会公益组织', under: 'organisations', measure: 'count' },
  { key: 'legalServices', label: '法律服务机构', under: 'organisations', measure: 'count' },
  { key: 'otherOrganisations', label: '其他', under: 'organisations', measure: 'count' },
  { key: 'total', label: '总计', under: 'applicants', aliases: ['合计'], measure: 'count' },
] as const satisfies readonly Column[];

/** The note printed in the corner of the table: the one relation that the official form states. */
export const reconciliationNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

export const outcomeHeads = [
  { key: 'outcomes', label: '三、本年度办理结果' },
  { key: 'refused', label: '（三）不予公开', under: 'outcomes' },
  { key: 'unavailable', label: '（四）无法提供', under: 'outcomes' },
  { key: 'notProcessed', label: '（五）不予处理', under: 'outcomes' },
] as const satisfies readonly Head[];

/** Rows 一 to （五）, which both official forms share. */
export const intakeAndOutcomeRows = [
  { key: 'received', code: '一', label: '一、本年新收政府信息公开申请数量' },
  { key: 'carriedIn', code: '二', label: '二、上年结转政府信息公开申请数量' },
  { key: 'granted', code: '（一）', label: '（一）予以公开', under: 'outcomes' },
  {
    key: 'partlyGranted',
    code: '（二）',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    under: 'outcomes',
    aliases: ['（二）部分公开'],
  },
  { key: 'stateSecrets', code: '（三）1', label: '1.属于国家秘密', under: 'refused' },
  {
    key: 'prohibitedByLaw',
    code: '（三）2',
    label: '2.其他法律行政法规禁止公开',
    under: 'refused',
    aliases: ['2.其他法律、行政法规禁止公开'],
  },
  { key: 'securityAndStability', code: '（三）3', label: '3.危及“三安全一稳定”', under: 'refused' },
  { key: 'thirdPartyRights', code: '（三）4', label: '4.保护第三方合法权益', under: 'refused' },
  { key: 'internalAffairs', code: '（三）5', label: '5.属于三类内部事务信息', under: 'refused' },
  { key: 'deliberativeProcess', code: '（三）6', label: '6.属于四类过程性信息', under: 'refused' },
  { key: 'enforcementFiles', code: '（三）7', label: '7.属于行政执法案卷', under: 'refused' },
  { key: 'administrativeInquiries', code: '（三）8', label: '8.属于行政查询事项', under: 'refused' },
  {
    key: 'notHeld',
    code: '（四）1',
    label: '1.本机关不掌握相关政府信息',
    under: 'unavailable',
  },
  { key: 'creationRequired', code: '（四）2', label: '2.没有现成信息需要另行制作', under: 'unavailable' },
  {
    key: 'unclearAfterCorrection',
    code: '（四）3',
    label: '3.补正后申请内容仍不明确',
    under: 'unavailable',
  },
  { key: 'complaints', code: '（五）1', label: '1.信访举报投诉类申请', under: 'notProcessed' },
  { key: 'repeated', code: '（五）2', label: '2.重复申请', under: 'notProcessed' },
  { key: 'publications', code: '（五）3', label: '3.要求提供公开出版物', under: 'notProcessed' },
  { key: 'excessive', code: '（五）4', label: '4.无正当理由大量反复申请', under: 'notProcessed' },
  {
    key: 'confirmation',
    code: '（五）5',
    label: '5.要求行政机关确认或重新出具已获取信息',
    under: 'notProcessed',
  },
] as const satisfies readonly Row[];

/** Rows （七） and 四, which both official forms share. */
export const closingRows = [
  { key: 'total', code: '（七）', label: '（七）总计', under: 'outcomes', aliases: ['（七）合计'] },
  { key: 'carriedOut', code: '四', label: '四、结转下年度继续办理' },
] as const satisfies readonly Row[];
