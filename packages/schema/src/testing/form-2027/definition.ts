/**
 * A fictional official form, for tests alone: nothing outside this folder knows it. `register.ts` puts it into the
 * registry of the process that imports it.
 * @module
 */
import { restOn } from '../../engine/cite-form.ts';
import type { FormDefinition } from '../../engine/form.ts';
import { detail } from '../../form-parts/request-terms.ts';
import { sharedRequests } from '../../form-parts/english.ts';
import { buildVocabulary } from '../../form-parts/vocabulary.ts';
import { definition2021 } from '../../forms/form-2021/definition.ts';
import { english as english2021 } from '../../forms/form-2021/english.ts';
import { vocabulary as vocabulary2021 } from '../../forms/form-2021/vocabulary.ts';
import type { EnglishOf } from '../../layout/english.ts';
import { layout } from './layout.ts';
import { rules } from './rules.ts';

const { requests, disclosure } = english2021.tables;

const english: EnglishOf<typeof layout> = {
  title: 'Annual report on open government information (fictional form of 2027)',
  sections: { ...english2021.sections, staffing: 'Staff and costs' },
  tables: {
    ...english2021.tables,
    disclosure: { ...disclosure, columns: { ...disclosure.columns, issued: 'Newly issued this year' } },
    requests: {
      ...requests,
      rows: {
        ...sharedRequests.rows,
        notCorrected: requests.rows.notCorrected,
        feeUnpaid: requests.rows.feeUnpaid,
        withdrawn: '3. Withdrawn by the applicant',
        remainingReasons: '4. Other',
      },
    },
    staffing: {
      title: 'Staff and costs',
      rows: { fullTime: 'Full-time staff', partTime: 'Part-time staff', allStaff: 'All staff', costs: 'Costs' },
      columns: { people: 'People at the end of the year', amount: 'Spent this year (in 10,000 yuan)' },
      heads: {},
      blocks: { people: { corner: 'Staff' }, costs: { corner: 'Costs' } },
    },
  },
};

const otherwiseHandled = ['notCorrected', 'feeUnpaid', 'withdrawn', 'remainingReasons'].map(
  (row) => `requests.${row}.total`,
);

const disclosureRules = new Set(['R52', 'R53']);
/** Words on table two, which the shared ones do not cover. */
const documentTerms = vocabulary2021.terms.filter(
  ({ rule, cells }) => disclosureRules.has(rule) && !cells.some((cell) => cell.endsWith('.decisions')),
);

export const definition2027: FormDefinition = {
  ...layout,
  figureRules: rules,
  contextRules: definition2021.contextRules.map((rule) =>
    rule.citation.document === definition2021.citation.document ? restOn(layout, rule) : rule,
  ),
  lineage: {
    previous: 'form-2021',
    splitRows: [{ from: 'requests.otherReasons', into: ['requests.withdrawn', 'requests.remainingReasons'] }],
    changedRows: [],
  },
  vocabulary: buildVocabulary(otherwiseHandled, [
    ...documentTerms,
    detail(
      '申请人主动撤回申请',
      'withdrawn by the applicant',
      '(?:申请人)?主动撤回(?:申请)?',
      'requests.withdrawn.total',
    ),
  ]),
  english,
};
