/**
 * Walks over everything stored, for rebuilding and inspection.
 * @module
 */
export {
  countRevisions,
  listDamagedAttachments,
  listReportsWithPassages,
  walkRevisions,
  type StoredRevision,
} from './maintenance.ts';
