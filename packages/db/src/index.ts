export type { Database, Engine } from './database.ts';
export { DirectoryLocked, DirectoryUnusable } from './open/directory-lock.ts';
export type { ConnectionLimits } from './open/limits.ts';
export { lastMigration, migrate, migrationNames } from './open/migrate.ts';
export { openDatabase, type DatabaseOptions, type OpenDatabase } from './open/open-database.ts';
export { createProbe, type Probe } from './open/probe.ts';
export { openPublicReads, type PublicReads } from './open/public-reads.ts';
export { UnsuitableDatabase } from './open/postgres.ts';
export { causesOf, isDiskFull, isUnavailable } from './open/unavailable.ts';
export {
  countAccounts,
  countOnDuty,
  findAccount,
  getAccount,
  listAccounts,
  lockAccounts,
  noteSignIn,
  renameAccount,
  setDisabled,
  type AccountFilter,
  type AccountRow,
} from './queries/accounts.ts';
export {
  agenciesAndBelow,
  agencyAndAbove,
  agencyHistory,
  changeAgency,
  correctAgency,
  createAgency,
  dissolveAgency,
  getAgency,
  listAgencies,
  type Agency,
  type AgencyAttributes,
  type AgencyFilter,
  type NewAgency,
} from './queries/agencies.ts';
export {
  listAgencyContacts,
  listAgencyPeriods,
  lockAgencies,
  putAgencyContact,
  type AgencyContact,
} from './queries/agency-register.ts';
export { listSuccessions, putSuccession, type AgencySuccession, type Relative } from './queries/agency-successions.ts';
export { lockAgency } from './queries/append.ts';
export {
  attachToDraft,
  attachToRevision,
  deleteUnusedAttachments,
  getAttachment,
  listDraftAttachments,
  listRevisionAttachments,
  putAttachment,
  type AttachedFile,
  type Attachment,
} from './queries/attachments.ts';
export {
  appendAuditCheckpoint,
  appendAuditEntry,
  appendAuditLinks,
  lastAuditCheckpoint,
  lastAuditLink,
  lastSealedBefore,
  listAuditCheckpoints,
  listAuditEntries,
  listSealed,
  listUnsealed,
  lockAuditSeal,
  pruneAudit,
  type AuditCheckpoint,
  type AuditEntry,
  type AuditFilter,
  type AuditLink,
  type NewAuditEntry,
  type SealedEntry,
} from './queries/audit.ts';
export { auditBegins, listAuditGaps, type AuditGap } from './queries/audit-gaps.ts';
export { bigrams } from './queries/bigrams.ts';
export {
  addComments,
  addReply,
  listComments,
  type Comment,
  type CommentReply,
  type NewComment,
} from './queries/comments.ts';
export {
  deleteDraft,
  getDraft,
  listDrafts,
  saveDraft,
  setDraftRollUp,
  type Draft,
  type DraftSummary,
  type DraftToSave,
  type SaveOutcome,
} from './queries/drafts.ts';
export {
  addEarlySubmission,
  isEarlySubmissionAllowed,
  listEarlySubmissions,
  type EarlySubmission,
} from './queries/early-submissions.ts';
export { getFigures, putFigures, type Figures } from './queries/figures.ts';
export {
  countRevisions,
  listDamagedAttachments,
  listReportsWithPassages,
  walkRevisions,
  type StoredRevision,
} from './queries/maintenance.ts';
export {
  grantMembership,
  listHolders,
  listMemberships,
  moveMemberships,
  revokeMembership,
  type Membership,
  type NamedMembership,
} from './queries/memberships.ts';
export {
  appendPublication,
  listPublications,
  listPublicationsOf,
  type NewPublication,
  type Publication,
} from './queries/publications.ts';
export { claimReminder, confirmReminder, listReminders, releaseReminder, type Reminder } from './queries/reminders.ts';
export { getReportFacts, listAgenciesAtWork, listReportFacts, type ReportFacts } from './queries/report-facts.ts';
export type { ReportFilter, ReportKey, ReportKind, RevisionKey } from './queries/report-key.ts';
export { getPasswordHash, listPasswordHashes, setPassword, type NewPassword } from './queries/passwords.ts';
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
} from './queries/reports.ts';
export {
  appendReview,
  listReviews,
  listReviewSteps,
  listReviewStepsOf,
  type NewReview,
  type Review,
  type ReviewStep,
} from './queries/reviews.ts';
export {
  appendRevision,
  findRevision,
  getRevision,
  listRevisions,
  type NewRevision,
  type Revision,
  type RevisionSummary,
} from './queries/revisions.ts';
export {
  appendRollUp,
  getRollUp,
  listRevisionBodies,
  type RollUpAbsenceRow,
  type RollUpKey,
  type RollUpPartRow,
  type StoredRollUp,
} from './queries/roll-ups.ts';
export {
  addRound,
  appendExtension,
  changeRound,
  getRound,
  listExtensions,
  listRoundAgencies,
  listRounds,
  listRoundsOf,
  listRoundsWith,
  putRoundAgency,
  type Extension,
  type NewRound,
  type Round,
  type RoundAgency,
} from './queries/rounds.ts';
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
} from './queries/open-data.ts';
export { dimensions, sumFigures, type Dimension, type FigureSums, type FigureSumsAsked } from './queries/statistics.ts';
export { putPassages, type Passage } from './queries/passages.ts';
export {
  claimSchedule,
  deleteSchedule,
  getSchedule,
  listDue,
  putSchedule,
  type Schedule,
} from './queries/schedules.ts';
export { searchAgencies, searchReports, type ReportFound } from './queries/search.ts';
export {
  endIdleSession,
  endSessions,
  forgetWrongCodes,
  listSessions,
  removeSecondFactor,
  touchSession,
  type SessionRow,
} from './queries/sessions.ts';
export { getSetting, putSetting, putSettingOnce, takeSetting } from './queries/settings.ts';
export {
  chargeTry,
  forgetTries,
  lockTries,
  sweepTries,
  takeBackTry,
  type LockRule,
  type TryKey,
} from './queries/sign-in-tries.ts';
export {
  addApiToken,
  addSubmission,
  findApiToken,
  findSubmission,
  listApiTokens,
  revokeApiToken,
  touchApiToken,
  type ApiToken,
  type NamedApiToken,
} from './queries/tokens.ts';
export { addUser, getUser, hasUsers, type NewUser, type UserName } from './queries/users.ts';
