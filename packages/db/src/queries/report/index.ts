/**
 * Reports: revisions, figures, and what is public of them.
 * @module
 */
export { getFigures, putFigures, type Figures } from './figures.ts';
export { getReportFacts, listAgenciesAtWork, listReportFacts, type ReportFacts } from './report-facts.ts';
export type { ReportFilter, ReportKey, ReportKind, RevisionKey } from '../common/report-key.ts';
export {
  countPublicReports,
  getPublicReport,
  getShownRevision,
  listPublicReportAddresses,
  listPublicReports,
  listPublicYears,
  type Page,
  type PublicReport,
  type PublicReportFilter,
  type PublicReportSummary,
} from './public-reports.ts';
export {
  appendRevision,
  findRevision,
  getRevision,
  listRevisions,
  type NewRevision,
  type Revision,
  type RevisionSummary,
} from './revisions.ts';
