/**
 * Stored roll-ups and the revisions added up.
 * @module
 */
export {
  appendRollUp,
  getRollUp,
  listRevisionBodies,
  type RollUpAbsenceRow,
  type RollUpKey,
  type RollUpPartRow,
  type StoredRollUp,
} from './roll-ups.ts';
