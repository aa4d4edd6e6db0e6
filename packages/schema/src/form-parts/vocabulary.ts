import type { Term, Vocabulary } from '../layout/vocabulary.ts';
import { decisionTerms } from './disclosure-terms.ts';
import { lawsuits, litigationTerms, reconsideration } from './litigation-terms.ts';
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
} from './request-terms.ts';

/** Cells for phrases, which every form since 2019 shares; the sixth group of outcomes is the form's own. */
export const buildVocabulary = (otherwiseHandled: readonly string[], own: readonly Term[]): Vocabulary => ({
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
