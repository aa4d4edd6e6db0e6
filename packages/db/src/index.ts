export type { Database, Engine } from './database.ts';
export { DirectoryLocked } from './open/directory-lock.ts';
export { lastMigration, migrate, migrationNames } from './open/migrate.ts';
export { openDatabase, type DatabaseOptions, type OpenDatabase } from './open/open-database.ts';
export { UnsuitableDatabase } from './open/postgres.ts';
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
  type SealedEntry,
} from './queries/audit.ts';
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
  type Draft,
  type DraftSummary,
  type DraftToSave,
  type SaveOutcome,
} from './queries/drafts.ts';
export { getFigures, putFigures, type Figures } from './queries/figures.ts';
export {
  grantMembership,
  listHolders,
  listMemberships,
  revokeMembership,
  type Membership,
} from './queries/memberships.ts';
export { appendPublication, listPublications, type NewPublication, type Publication } from './queries/publications.ts';
export { getReportFacts, listReportFacts, type FactsFilter, type ReportFacts } from './queries/report-facts.ts';
export type { ReportKey, ReportKind, RevisionKey } from './queries/report-key.ts';
export {
  countPublicReports,
  getPublicReport,
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
export { getSetting, putSetting, putSettingOnce, takeSetting } from './queries/settings.ts';
export { addUser, getUser, hasUsers, type NewUser, type UserName } from './queries/users.ts';
