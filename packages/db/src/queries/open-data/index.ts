/**
 * Lists and sums of the open API.
 * @module
 */
export {
  countAgencies,
  countReports,
  sliceAgencies,
  sliceReportBodies,
  sliceReports,
  type OpenAgencyFilter,
  type OpenReportBody,
  type OpenReportFilter,
  type Slice,
} from './lists.ts';
export { dimensions, sumFigures, type Dimension, type FigureSums, type FigureSumsAsked } from './statistics.ts';
