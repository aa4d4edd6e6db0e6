/**
 * Search in agencies and passages.
 * @module
 */
export { bigrams } from '../common/bigrams.ts';
export { searchAgencies, searchReports, type ReportFound } from './search.ts';
