import type { Term, Vocabulary } from '../../layout/vocabulary.ts';
import type { CellKeyOf } from '../../layout/layout.ts';
import { decisionTerms, documentTerm } from '../../form-parts/disclosure-terms.ts';
import type { layout } from './layout.ts';
import { lawsuits, litigationTerms, reconsideration } from '../../form-parts/litigation-terms.ts';
import {
  applicants,
  applicantTerms,
  carriedIn,
  detailTerms,
  granted,
  handled,
  notProcessed,
  outcome,
  partlyGranted,
  received,
  refused,
  requestTerms,
  unavailable,
} from '../../form-parts/request-terms.ts';

type Key = CellKeyOf<typeof layout>;

/** Cells for phrases, which every form since 2019 shares; the sixth group of outcomes is the form's own. */
export const vocabularyOf = (otherwiseHandled: readonly string[], own: readonly Term[]): Vocabulary => ({
  terms: [
    ...requestTerms,
    outcome('其他处理', 'handled otherwise', '其他处理', otherwiseHandled),
    ...detailTerms,
    ...applicantTerms,
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
  applicants,
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
