export { allowEarlySubmission } from './allow-early-submission.ts';
export { announce, changeDue, exclude, extend, include, setLock } from './manage-round.ts';
export { mailReminders, remindAll } from './reminders.ts';
