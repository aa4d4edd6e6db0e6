import type { Term, Vocabulary } from '../../layout/vocabulary.ts';
import type { CellKeyOf } from '../../layout/layout.ts';
import { documentTerm, verbTerm } from '../../form-parts/disclosure-terms.ts';
import { detail } from '../../form-parts/request-terms.ts';
import { buildVocabulary } from '../../form-parts/vocabulary.ts';
import type { layout } from './layout.ts';

type Key = CellKeyOf<typeof layout>;

const otherwiseHandled: readonly Key[] = [
  'requests.notCorrected.total',
  'requests.feeUnpaid.total',
  'requests.otherReasons.total',
];

const columns = [
  ['issued', 'issued', '(?:新)?(?:制发|制定|出台|印发)(?:了)?'],
  ['repealed', 'repealed', '废止(?:失效)?(?:和失效)?'],
  ['inForce', 'in force', '现行有效'],
] as const;

const documents = [
  ['行政规范性文件', 'normative documents', 'normativeDocuments'],
  ['规章', 'regulations', 'regulations'],
] as const;

const fees: Term = {
  rule: 'R53',
  what: '行政事业性收费',
  whatEn: 'administrative fees',
  says: '(?:收取)?行政事业性收费(?:收入|金额|总额)?(?:共计|共|为|计)?',
  cells: ['disclosure.administrativeFees.amount' satisfies Key],
  about: 'disclosure',
  units: ['元', '万元', '亿元'],
};

export const vocabulary: Vocabulary = buildVocabulary(otherwiseHandled, [
  ...documents.flatMap(([name, english, row]) =>
    columns.flatMap(([column, whatEn, verbs]) => {
      const prefix = name === '规章' ? '(?:政府)?规章' : name;
      const term = documentTerm(prefix, `${english} ${whatEn}`, verbs, `disclosure.${row}.${column}` satisfies Key);
      return [{ ...term, what: name }, verbTerm(term, name, `${verbs}(?:的)?`)];
    }),
  ),
  detail(
    '申请人无正当理由逾期不补正',
    'not corrected in time',
    '(?:申请人)?(?:无正当理由)?逾期不补正(?:、?行政机关)?(?:而|、)?(?:不再处理)?(?:其政府信息公开申请)?',
    'requests.notCorrected.total' satisfies Key,
  ),
  fees,
]);
