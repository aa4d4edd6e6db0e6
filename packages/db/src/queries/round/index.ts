/**
 * Annual collections, extensions, early submissions and reminders.
 * @module
 */
export {
  addEarlySubmission,
  isEarlySubmissionAllowed,
  listEarlySubmissions,
  type EarlySubmission,
} from './early-submissions.ts';
export { claimReminder, confirmReminder, listReminders, releaseReminder, type Reminder } from './reminders.ts';
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
} from './rounds.ts';
