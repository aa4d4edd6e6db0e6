import type { Term, Vocabulary } from '../../claims/vocabulary.ts';
import type { CellKeyOf } from '../../layout/layout.ts';
import { documentTerm, vocabularyOf } from '../form-2019/vocabulary.ts';
import type { layout } from './layout.ts';

type Key = CellKeyOf<typeof layout>;

const otherwiseHandled: readonly Key[] = [
  'requests.notCorrected.total',
  'requests.feeUnpaid.total',
  'requests.otherReasons.total',
];

const columns = [
  ['issued', 'issued', '(?:新)?(?:制发|制定|出台|印发)'],
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

export const vocabulary: Vocabulary = vocabularyOf(otherwiseHandled, [
  ...documents.flatMap(([name, english, row]) =>
    columns.map(([column, whatEn, verbs]) =>
      documentTerm(name, `${english} ${whatEn}`, verbs, `disclosure.${row}.${column}` satisfies Key),
    ),
  ),
  fees,
]);
