/**
 * Publications, schedules and passages for search.
 * @module
 */
export {
  appendPublication,
  listPublications,
  listPublicationsOf,
  type NewPublication,
  type Publication,
} from './publications.ts';
export { putPassages, type Passage } from './passages.ts';
export { claimSchedule, deleteSchedule, getSchedule, listDue, putSchedule, type Schedule } from './schedules.ts';
