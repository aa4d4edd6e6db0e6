export type * from './layout/layout.ts';
export { cellOf, cellsOf, findCell, rowCode, tableOf, type Cell } from './layout/cells.ts';
export type { Form, FormDefinition, Lineage } from './engine/form.ts';
export type { Cases, Term, Vocabulary } from './layout/vocabulary.ts';
export { findForm, formOf, formOfYear, forms } from './forms/registry.ts';
export { reportDeadlines } from './forms/deadlines.ts';
export * from './report/report.ts';
export * from './report/text-block.ts';
export * from './report/value.ts';
export { valueAt, valuesOf, withValue, type ValueOf } from './report/values.ts';
export * from './report/blank.ts';
export {
  agencyKindLabels,
  agencyLevelLabels,
  unknownAgency,
  type AgencyKind,
  type AgencyLevel,
} from './report/agency.ts';
export { limits } from './report/limits.ts';
export { issueMessage, type Issue } from './report/issue-message.ts';
export { reportSchema } from './report/schema.ts';
export { parseReport } from './forms/parse-report.ts';
export { parseReportAs, type ParseResult, type ReportError } from './report/parse-as.ts';
export type { Basis, Chapter, Mark, Outcome, Rule, Scope, Severity, Text, Verdict, VectorsOf } from './engine/rule.ts';
export type { Sample, Vector } from './engine/vector.ts';
export type { Formula, Expression, Relation, Comparison } from './formulas/formula.ts';
export type { SkipReason } from './engine/reasons.ts';
export { arithmetic, type Arithmetic } from './engine/arithmetic.ts';
export { check } from './catalogue/catalogue.ts';
export { checkFigures } from './engine/check-figures.ts';
export { failures } from './engine/failures.ts';
export { explain, explanationOf, lapsed, unexplained } from './engine/explanations.ts';
export { carriedOver } from './compare/carry-over.ts';
export { apply, difference, type Change, type Difference } from './compare/difference.ts';
export { inWords } from './formulas/words.ts';
export { totalsOf } from './derive/totals.ts';
export { checkFormulas, totalFormulas, type AddressOf, type SheetCheck } from './derive/spreadsheet.ts';
export { alignPrevious, previousValues } from './engine/previous.ts';
export type { Context, DueBody, PublicationContext, RollUpContext, RollUpPart } from './engine/context.ts';
export { defaultSettings, type Settings } from './engine/settings.ts';
export type { Finding, Slip, Suspect, TextPlace } from './engine/finding.ts';
export { figuresOf, figureVector, type Figure } from './derive/figures.ts';
export { tableModel, type BlockModel, type ModelCell, type TableModel } from './derive/table-model.ts';
