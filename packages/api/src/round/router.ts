import { router } from '../trpc.ts';
import { allowEarlySubmissionProcedure } from './allow-early.ts';
import { announceProcedure } from './announce.ts';
import { boardProcedure } from './board.ts';
import { changeDueProcedure } from './change-due.ts';
import { excludeProcedure } from './exclude.ts';
import { expectedProcedure } from './expected.ts';
import { extendProcedure } from './extend.ts';
import { getProcedure } from './get.ts';
import { includeProcedure } from './include.ts';
import { listProcedure } from './list.ts';
import { mailRemindersProcedure } from './mail-reminders.ts';
import { remindersProcedure } from './reminders.ts';
import { setLockProcedure } from './set-lock.ts';

export const roundRouter = router({
  allowEarlySubmission: allowEarlySubmissionProcedure,
  announce: announceProcedure,
  board: boardProcedure,
  changeDue: changeDueProcedure,
  exclude: excludeProcedure,
  expected: expectedProcedure,
  extend: extendProcedure,
  get: getProcedure,
  include: includeProcedure,
  list: listProcedure,
  mailReminders: mailRemindersProcedure,
  reminders: remindersProcedure,
  setLock: setLockProcedure,
});
