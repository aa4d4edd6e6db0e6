export * from './common/schemas.ts';
export * from './common/roles.ts';
export {
  agencyContact,
  agencyKind,
  agencyLevel,
  type AgencyContact,
  type AgencyKind,
  type AgencyLevel,
} from './common/agency-attributes.ts';
export * from './common/report-state.ts';
export { errorCodes, type ErrorCode } from './common/error-codes.ts';
export type { ErrorBody, ErrorDetails, InputIssue } from './common/errors.ts';
export * from './agency/schemas.ts';
export { creditCodeCheck, creditCodeFault, organisationCheck } from './agency/credit-code.ts';
export { divisionCodeFaults } from './agency/division-code.ts';
export * from './report/schemas.ts';
export * from './register/schemas.ts';
export type { ExportedFile, ExportInput, FileChange, FileLine, FilePlan } from './register/spreadsheet/schemas.ts';
export * from './search/schemas.ts';
export * from './import/schemas.ts';
export * from './draft/schemas.ts';
export * from './review/schemas.ts';
export * from './publication/schemas.ts';
export * from './round/schemas.ts';
export * from './roll-up/schemas.ts';
export * from './account/schemas.ts';
export { passwordFault } from './account/password.ts';
export * from './audit/schemas.ts';
export * from './token/schemas.ts';
