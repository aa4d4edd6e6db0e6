import type { Cases, Term, Vocabulary } from '../../claims/vocabulary.ts';
import { requestNoun } from '../../claims/vocabulary.ts';
import type { CellKeyOf } from '../../layout/layout.ts';
import type { layout } from './layout.ts';
import { intakeAndOutcomeRows } from './requests.ts';

type Key = CellKeyOf<typeof layout>;

const pieces = ['件', '宗', '份', '条', '个', '次', '项', '件次'];
const cases = ['件', '宗', '起', '个'];
const documents = ['件', '份', '部', '个', '项'];

const received = 'requests.received.total' satisfies Key;
const carriedIn = 'requests.carriedIn.total' satisfies Key;
const handled = 'requests.total.total' satisfies Key;
const carriedOut = 'requests.carriedOut.total' satisfies Key;

const under = (head: string) =>
  intakeAndOutcomeRows.flatMap((row) => ('under' in row && row.under === head ? [`requests.${row.key}.total`] : []));

const granted: readonly Key[] = ['requests.granted.total'];
const partlyGranted: readonly Key[] = ['requests.partlyGranted.total'];
const refused = under('refused');
const unavailable = under('unavailable');
const notProcessed = under('notProcessed');

const ending = '(?:的)?(?:申请)?(?:答复)?(?:的)?(?:申请)?(?:数)?(?:共|有|为)?';
const outcome = (what: string, whatEn: string, words: string, cells: readonly string[]): Term => ({
  rule: 'R47',
  what,
  whatEn,
  says: `(?:决定|答复)?${words}${ending}`,
  cells,
  about: 'requests',
  units: pieces,
});

/** Words on applications, which every form since 2019 shares. */
export const requestTerms: readonly Term[] = [
  {
    rule: 'R43',
    what: '本年新收申请',
    whatEn: 'requests received',
    says: `(?:新收|收到|接到|接收|受理)(?:了)?(?:各类|公民、?法人(?:和|或|或者|及)其他组织)?(?:提出|提交)?(?:的)?(?:${requestNoun}|申请)?(?:共|为)?`,
    cells: [received],
    withCarriedIn: [carriedIn],
    about: 'requests',
    units: pieces,
  },
  {
    rule: 'R44',
    what: '上年结转申请',
    whatEn: 'requests carried in',
    says: `(?:包?含|包括)?(?:上年度?|上一年度?|去年|20\\d{2}年度?)(?:结转|转结|转入|顺延)(?:办理|至本年度?|到本年度?|至今年|到今年)?(?:的)?(?:${requestNoun}|申请)?`,
    cells: [carriedIn],
    about: 'requests',
    units: pieces,
    ofOtherTime: true,
  },
  {
    rule: 'R45',
    what: '办理结果总计',
    whatEn: 'requests handled',
    says: `(?:办结|答复|办理答复|办理完毕|办复)(?:了)?(?:${requestNoun}|申请)?(?:共|为)?`,
    cells: [handled],
    about: 'requests',
    units: pieces,
  },
  {
    rule: 'R46',
    what: '结转下年度继续办理',
    whatEn: 'requests carried out',
    says: `(?:结转|转|顺延|延)(?:至|到|入)?(?:下年度?|下一年度?|20\\d{2}年度?)(?:继续)?(?:办理|答复|处理)*(?:的)?(?:${requestNoun}|申请)?(?:有)?`,
    tail: `(?:${requestNoun}|申请)?(?:需)?(?:结转|转|顺延|延)(?:至|到|入)?(?:下年度?|下一年度?|20\\d{2}年度?)(?:继续)?(?:办理|答复|处理)*`,
    cells: [carriedOut],
    about: 'requests',
    units: pieces,
    ofOtherTime: true,
  },
  outcome('予以公开', 'granted', '(?:予以|同意)公开', granted),
  outcome('部分公开', 'partly granted', '(?:予以)?部分公开', partlyGranted),
  outcome(
    '予以公开和部分公开',
    'granted in whole or part',
    '(?:予以|同意)公开(?:和|及|与|或|以及|、)(?:予以)?部分公开',
    [...granted, ...partlyGranted],
  ),
  outcome('不予公开', 'refused', '不予公开', refused),
  outcome('无法提供', 'not available', '无法提供(?:政府信息)?', unavailable),
  outcome('不予处理', 'not processed', '不予处理', notProcessed),
];

const results = [
  ['upheld', '维持', 'upheld', '(?:结果)?维持'],
  ['corrected', '纠正', 'corrected', '(?:结果)?纠正'],
  ['otherResults', '其他结果', 'other results', '其他(?:结果)?'],
  ['pending', '尚未审结', 'pending', '(?:尚未|未)审结'],
] as const;

const casesOf = (...groups: readonly string[]): Cases => {
  const cells = (column: string) => groups.map((group) => `litigation.${group}.${column}`);
  return {
    upheld: cells('upheld'),
    corrected: cells('corrected'),
    otherResults: cells('otherResults'),
    pending: cells('pending'),
    total: cells('total'),
  };
};

const reconsideration = casesOf('reconsideration');
const lawsuits = casesOf('directLawsuits', 'lawsuitsAfterReconsideration');

const caseTerms = (about: 'reconsideration' | 'lawsuits', name: string, nameEn: string, held: Cases): Term[] => [
  {
    rule: 'R49',
    what: name,
    whatEn: nameEn,
    says: `(?:因|就|涉及|涉)?(?:(?:政府|政务)?信息公开(?:工作|类)?)?(?:被申请|被提起|引发|引起|产生|提起|申请|发生|的)*${name}(?:案件|申请|案)?(?:数)?(?:共|为|有)?`,
    tail: `(?:因|涉及|有关|关于|涉)?(?:政府|政务)?信息公开(?:工作|类)?(?:引发|引起)?(?:的)?${name}(?:案件|案)?`,
    cells: held.total,
    about: 'litigation',
    units: cases,
  },
  ...results.map(([key, what, whatEn, says]): Term => ({
    rule: 'R49',
    what: `${name}${what}`,
    whatEn: `${nameEn} ${whatEn}`,
    says: `${says}(?:的)?(?:有)?`,
    cells: held[key],
    about,
    units: cases,
  })),
];

/** Words on cases over disclosure work, which every form since 2019 shares. */
export const litigationTerms: readonly Term[] = [
  ...caseTerms('reconsideration', '行政复议', 'administrative reconsiderations', reconsideration),
  ...caseTerms('lawsuits', '行政诉讼', 'administrative lawsuits', lawsuits),
];

/** Words on documents and decisions of table two: `[official name, English, row]`, with the verbs for each column. */
export const documentTerm = (name: string, whatEn: string, verbs: string, cell: string): Term => ({
  rule: 'R52',
  what: name,
  whatEn,
  says: `${verbs}(?:的)?${name}(?:共|有|为)?`,
  cells: [cell],
  about: 'disclosure',
  units: documents,
});

export const decisionTerm = (name: string, whatEn: string, cell: string): Term => ({
  rule: 'R53',
  what: `${name}处理决定`,
  whatEn,
  says: `(?:作出|实施|处理)?${name}(?:处理)?(?:决定|案件)(?:数量|数|总数)?(?:共|有|为)?`,
  cells: [cell],
  about: 'disclosure',
  units: ['件', '宗', '起', '项', '个'],
});

export const decisionTerms: readonly Term[] = [
  decisionTerm('行政许可', 'licences', 'disclosure.licensing.decisions' satisfies Key),
  decisionTerm('行政处罚', 'penalties', 'disclosure.penalties.decisions' satisfies Key),
  decisionTerm('行政强制', 'compulsory measures', 'disclosure.compulsoryMeasures.decisions' satisfies Key),
];

/** Cells for phrases, which every form since 2019 shares; the sixth group of outcomes is the form's own. */
export const vocabularyOf = (otherwiseHandled: readonly string[], own: readonly Term[]): Vocabulary => ({
  terms: [
    ...requestTerms,
    outcome('其他处理', 'handled otherwise', '其他处理', otherwiseHandled),
    ...litigationTerms,
    ...decisionTerms,
    ...own,
  ],
  received,
  carriedIn,
  handled,
  carriedOut: [
    'naturalPersons',
    'businesses',
    'researchInstitutions',
    'publicBenefitOrganisations',
    'legalServices',
    'otherOrganisations',
    'total',
  ].map((column) => `requests.carriedOut.${column}`),
  outcomes: [granted, partlyGranted, refused, unavailable, notProcessed, otherwiseHandled],
  reconsideration,
  lawsuits,
});

export const vocabulary: Vocabulary = vocabularyOf(
  ['requests.otherHandling.total' satisfies Key],
  [
    documentTerm(
      '规范性文件',
      'normative documents produced',
      '(?:新)?(?:制作|制发|制定)',
      'disclosure.normativeDocuments.produced' satisfies Key,
    ),
    documentTerm(
      '规章',
      'regulations produced',
      '(?:新)?(?:制作|制发|制定)',
      'disclosure.regulations.produced' satisfies Key,
    ),
  ],
);
