export { expected } from './read-expected.ts';
export { allowEarlySubmission } from './allow-early-submission.ts';
export { announce, changeDue, exclude, extend, include, setLock } from './keep.ts';
export { board } from './read.ts';
export { get, list } from './public.ts';
export { mailReminders, reminders, remindAll } from './remind.ts';
