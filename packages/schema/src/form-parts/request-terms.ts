import type { Term } from '../layout/vocabulary.ts';
import { requestNoun } from '../layout/vocabulary.ts';
import type { CellKeyOf } from '../layout/layout.ts';
import type { sharedLayout } from './shared-tables.ts';
import { intakeAndOutcomeRows } from './requests.ts';

type Key = CellKeyOf<typeof sharedLayout>;

const pieces = ['件', '宗', '份', '条', '个', '次', '项', '件次'];

export const received = 'requests.received.total' satisfies Key;
export const carriedIn = 'requests.carriedIn.total' satisfies Key;
export const handled = 'requests.total.total' satisfies Key;
const carriedOut = 'requests.carriedOut.total' satisfies Key;

const under = (head: string) =>
  intakeAndOutcomeRows.flatMap((row) => ('under' in row && row.under === head ? [`requests.${row.key}.total`] : []));

const organisations: readonly Key[] = [
  'requests.received.businesses',
  'requests.received.researchInstitutions',
  'requests.received.publicBenefitOrganisations',
  'requests.received.legalServices',
  'requests.received.otherOrganisations',
];

export const applicants: Readonly<Record<string, readonly Key[]>> = {
  自然人: ['requests.received.naturalPersons'],
  商业企业: ['requests.received.businesses'],
  科研机构: ['requests.received.researchInstitutions'],
  社会公益组织: ['requests.received.publicBenefitOrganisations'],
  法律服务机构: ['requests.received.legalServices'],
  其他: ['requests.received.otherOrganisations'],
  组织: organisations,
};

export const granted: readonly Key[] = ['requests.granted.total'];
export const partlyGranted: readonly Key[] = ['requests.partlyGranted.total'];
export const refused = under('refused');
export const unavailable = under('unavailable');
export const notProcessed = under('notProcessed');

export const outcome = (what: string, whatEn: string, words: string, cells: readonly string[]): Term => ({
  rule: 'R47',
  what,
  whatEn,
  says: words,
  tail: words,
  cells,
  about: 'requestsAlone',
  units: pieces,
});

const people =
  '(?:各类|各种|社会|公民、?法人(?:和|或|或者|及|以及)其他组织|自然人、法人(?:和|或|或者|及|以及)其他组织|公民|公众|群众|社会公众|申请人)';
const receivedWords = `(?:新收到?|新接收|新增|收到|接到|接收|受理|收件)(?:并办理)?(?:了)?${people}?(?:提出|提交|递交)?(?:的)?(?:书面)?(?:政府信息公开)?(?:${requestNoun}|申请(?!人))?`;
const done = '(?:办结|答复|办理答复|办理完毕|办理完结|办复|办毕|审结答复|(?:作出|做出)(?:了)?(?:书面)?答复|处理)';
const carried = '(?:结转|转结|转入|顺延)';

/** Words on applications, which every form since 2019 shares. */
export const requestTerms: readonly Term[] = [
  {
    rule: 'R44',
    what: '上年结转申请',
    whatEn: 'requests carried in',
    says: `(?:包?含|包括|连同|加上)?(?:由|从)?(?:(?:上一?年度?|去年)(?:度)?(?:未办结)?(?:的)?${carried}+|${carried}上一?年度?)(?:办理|(?:至|到|入)?(?:本年度?|今年)|办理至本年度?)*(?:继续)?(?:办理)?(?:的)?(?:${requestNoun}|申请)?`,
    cells: [carriedIn],
    about: 'requestsAlone',
    units: pieces,
    ofOtherTime: true,
  },
  {
    rule: 'R43',
    what: '本年新收申请',
    whatEn: 'requests received',
    says: `新(?:收|接收|增|收到)${people}?(?:提出|提交)?(?:的)?(?:${requestNoun}|申请(?!人))?`,
    cells: [received],
    withCarriedIn: [carriedIn],
    about: 'requestsAlone',
    units: pieces,
  },
  {
    rule: 'R43',
    what: '本年新收申请',
    whatEn: 'requests received',
    says: `(?:${requestNoun}|申请)?${receivedWords}`,
    cells: [received],
    withCarriedIn: [carriedIn],
    about: 'requests',
    units: pieces,
  },
  {
    rule: 'R45',
    what: '办理结果总计',
    whatEn: 'requests handled',
    says: `(?:${requestNoun}|申请)?${done}(?:了)?(?:申请人提出的)?(?:的)?(?:${requestNoun}|申请(?!人))?`,
    tail: `${done}(?:了)?`,
    cells: [handled],
    about: 'requests',
    units: pieces,
  },
  {
    rule: 'R46',
    what: '结转下年度继续办理',
    whatEn: 'requests carried out',
    says: `(?:未办结)?(?:需|依法)?(?:结转|转|顺延|延)(?:至|到|入)?(?:下一?年度?|次年)(?:继续)?(?:办理|答复|处理)*(?:的)?(?:${requestNoun}|申请)?`,
    tail: `(?:${requestNoun}|申请)?(?:需|依法)?(?:结转|转|顺延|延)(?:至|到|入)?(?:下一?年度?|次年)(?:继续)?(?:办理|答复|处理)*`,
    cells: [carriedOut],
    about: 'requestsAlone',
    units: pieces,
    ofOtherTime: true,
  },
  {
    rule: 'R46',
    what: '结转下年度继续办理',
    whatEn: 'requests carried out',
    says: '结转',
    follows: '(?:至|到|入)?(?:下一?年度?|次年)(?:继续)?(?:办理)?',
    cells: [carriedOut],
    about: 'requestsAlone',
    units: pieces,
    ofOtherTime: true,
  },
  outcome(
    '予以公开和部分公开',
    'granted in whole or part',
    '(?:(?:予以|同意)?公开(?:和|及|与|或|以及|、)(?:予以)?部分公开)',
    [...granted, ...partlyGranted],
  ),
  outcome('部分公开', 'partly granted', '(?:予以)?部分(?:予以)?公开', partlyGranted),
  outcome('予以公开', 'granted', '(?:予以|同意)公开', granted),
  outcome('不予公开', 'refused', '不予公开', refused),
  outcome('无法提供', 'not available', '无法提供(?:政府信息|信息)?', unavailable),
  outcome('不予处理', 'not processed', '不予处理', notProcessed),
  { ...outcome('予以公开', 'granted', '公开', granted), about: 'requests', afterHandled: true },
];

/** Words on the rows within the groups of outcomes, which every form since 2019 shares. */
export const detailTerms: readonly Term[] = (
  [
    ['属于国家秘密', 'state secrets', '国家秘密(?:信息)?', 'stateSecrets'],
    ['其他法律行政法规禁止公开', 'prohibited by law', '(?:其他)?(?:法律、?)?行政法规禁止公开', 'prohibitedByLaw'],
    ['危及三安全一稳定', 'security and stability', '危及三安全一稳定', 'securityAndStability'],
    ['保护第三方合法权益', 'rights of third parties', '(?:保护|损害)?第三方合法权益', 'thirdPartyRights'],
    ['三类内部事务信息', 'internal affairs', '(?:三类)?内部事务信息', 'internalAffairs'],
    ['四类过程性信息', 'deliberative process', '(?:四类)?过程性信息', 'deliberativeProcess'],
    ['行政执法案卷', 'enforcement files', '行政执法案卷(?:信息)?', 'enforcementFiles'],
    ['行政查询事项', 'administrative inquiries', '行政查询事项', 'administrativeInquiries'],
    [
      '本机关不掌握相关政府信息',
      'not held',
      '(?:因|以)?(?:本)?(?:行政)?(?:机关|单位)?不掌握(?:相关)?(?:政府)?(?:信息)?(?:为由|而)?(?:答复)?(?:无法提供)?',
      'notHeld',
    ],
    ['没有现成信息需要另行制作', 'to be created', '(?:没有现成信息、?)?(?:需要?)?另行制作', 'creationRequired'],
    ['补正后申请内容仍不明确', 'unclear after correction', '补正后(?:申请内容)?仍不明确', 'unclearAfterCorrection'],
    ['信访举报投诉类申请', 'complaints', '信访、?举报、?投诉类(?:申请)?', 'complaints'],
    ['重复申请', 'repeated', '重复申请', 'repeated'],
    ['要求提供公开出版物', 'publications', '要求提供公开出版物', 'publications'],
    ['无正当理由大量反复申请', 'excessive', '(?:无正当理由)?大量反复申请', 'excessive'],
    ['要求确认或重新出具已获取信息', 'confirmation', '要求(?:行政机关)?确认或重新出具已获取信息', 'confirmation'],
  ] as const
).map(([what, whatEn, words, row]) => detail(what, whatEn, words, `requests.${row}.total`));

export function detail(what: string, whatEn: string, words: string, cell: string): Term {
  return { ...outcome(what, whatEn, `(?:因|属于|属|系|涉及|涉)?${words}`, [cell]), detail: true };
}

export const applicantTerms: readonly Term[] = (
  [
    ['自然人', '(?:自然人|公民个人|公民|个人)'],
    ['商业企业', '(?:商业企业|企业)'],
    ['科研机构', '科研机构'],
    ['社会公益组织', '社会公益组织'],
    ['法律服务机构', '(?:律师事务所等)?法律服务机构'],
    ['组织', '法人(?:和|或|或者|及|以及|、)其他组织'],
    ['其他', '其他(?:组织)?'],
  ] as const
).map(([name, words]) => ({
  rule: 'R43',
  what: `${name === '组织' ? '法人和其他组织' : name}申请`,
  whatEn: 'requests by kind of applicant',
  says: `(?:申请人为|由|来自)?${words}(?:提出|提交|申请|的)*`,
  cells: applicants[name]!,
  about: name === '其他' ? 'otherApplicants' : 'applicants',
  units: pieces,
}));
