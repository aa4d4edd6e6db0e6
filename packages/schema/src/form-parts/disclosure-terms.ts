import type { Term } from '../layout/vocabulary.ts';
import type { CellKeyOf } from '../layout/layout.ts';
import type { sharedLayout } from './shared-tables.ts';

type Key = CellKeyOf<typeof sharedLayout>;

const documents = ['件', '份', '部', '个', '项'];

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

/** The verb alone, after the document was named. */
export const verbTerm = (term: Term, name: string, verbs: string): Term => ({
  ...term,
  what: name,
  says: verbs,
  subject: `^${name}`,
  about: 'documents',
});

const decisionTerm = (name: string, whatEn: string, cell: string): Term => ({
  rule: 'R53',
  what: `${name}处理决定`,
  whatEn,
  says: `(?:(?:作出|实施|处理)?${name}(?:类)?(?:措施)?(?:处理)?(?:决定|案件)|(?:作出|办结|实施)${name})(?:数量|数|总数)?(?:共|有|为)?`,
  cells: [cell],
  about: 'disclosure',
  units: ['件', '宗', '起', '项', '个'],
});

export const decisionTerms: readonly Term[] = [
  decisionTerm('行政许可', 'licences', 'disclosure.licensing.decisions' satisfies Key),
  decisionTerm('行政处罚', 'penalties', 'disclosure.penalties.decisions' satisfies Key),
  decisionTerm('行政强制', 'compulsory measures', 'disclosure.compulsoryMeasures.decisions' satisfies Key),
];
