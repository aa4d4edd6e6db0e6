/**
 * Drafts and the documents attached to them.
 * @module
 */
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
} from './attachments.ts';
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
} from './drafts.ts';
