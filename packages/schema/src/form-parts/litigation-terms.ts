import type { Cases, Term } from '../layout/vocabulary.ts';

const cases = ['件', '宗', '起', '个'];

const results = [
  ['upheld', '维持', 'upheld', '(?:结果)?维持'],
  ['corrected', '纠正', 'corrected', '(?:结果)?(?:被)?纠正'],
  ['otherResults', '其他结果', 'other results', '其他(?:结果)?'],
  ['pending', '尚未审结', 'pending', '(?:(?:尚未|未)审结|尚?在审理中?|正在审理中?)'],
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

export const reconsideration = casesOf('reconsideration');
export const lawsuits = casesOf('directLawsuits', 'lawsuitsAfterReconsideration');

const overDisclosure =
  '(?:被申请|被提起|引发|引起|产生|提起|发生|涉及|的)*(?:因|就|涉及|涉|针对|对)?(?:(?:(?:政府|政务)?信息|依申请)公开(?:工作|答复|申请|类)?)?(?:申请人|案件|而)?(?:被申请|被提起|引发|引起|产生|提起|申请|发生|涉及|的|类)*';

const caseTerms = (
  about: 'reconsideration' | 'lawsuits' | 'directLawsuits' | 'lawsuitsAfterReconsideration',
  name: string,
  nameEn: string,
  words: string,
  held: Cases,
): Term[] => [
  {
    rule: 'R49',
    what: name,
    whatEn: nameEn,
    says: `${overDisclosure}${words}(?:案件|申请|案)?(?:数)?(?:共|为|有)?`,
    tail: `(?:因|涉及|有关|关于|涉)?(?:政府|政务)?信息公开(?:工作|类)?(?:引发|引起)?(?:的)?${words}(?:案件|案)?`,
    cells: held.total,
    about: 'litigation',
    units: cases,
  },
  ...results.map(([key, what, whatEn, says]): Term => ({
    rule: 'R49',
    what: `${name}${what}`,
    whatEn: `${nameEn} ${whatEn}`,
    says: `(?:${words}(?:案件)?)?${says}(?:的)?(?:有)?`,
    tail: says,
    cells: held[key],
    about,
    units: cases,
  })),
];

/** Words on cases over disclosure work, which every form since 2019 shares. */
export const litigationTerms: readonly Term[] = [
  ...caseTerms(
    'directLawsuits',
    '未经复议直接起诉',
    'lawsuits without reconsideration',
    '未经复议直接(?:起诉|提起诉讼)',
    casesOf('directLawsuits'),
  ),
  ...caseTerms(
    'lawsuitsAfterReconsideration',
    '复议后起诉',
    'lawsuits after reconsideration',
    '(?:经)?复议后(?:起诉|提起诉讼)',
    casesOf('lawsuitsAfterReconsideration'),
  ),
  ...caseTerms('reconsideration', '行政复议', 'administrative reconsiderations', '(?:行政)?复议', reconsideration),
  ...caseTerms('lawsuits', '行政诉讼', 'administrative lawsuits', '(?:行政应诉|(?:行政)?诉讼)', lawsuits),
];
