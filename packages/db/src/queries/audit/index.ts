/**
 * The audit trail, its chain and its gaps.
 * @module
 */
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
} from './audit-trail.ts';
export { auditBegins, listAuditGaps, type AuditGap } from './audit-gaps.ts';
