import { router } from '../trpc.ts';
import { changePasswordProcedure } from './change-password.ts';
import { changeRolesProcedure } from './change-roles.ts';
import { claimFirstProcedure } from './claim-first.ts';
import { createProcedure } from './create.ts';
import { disableProcedure } from './disable.ts';
import { enableProcedure } from './enable.ts';
import { endOtherSessionsProcedure } from './end-other-sessions.ts';
import { endSessionProcedure } from './end-session.ts';
import { handOverProcedure } from './hand-over.ts';
import { listProcedure } from './list.ts';
import { meProcedure } from './me.ts';
import { resetPasswordProcedure } from './reset-password.ts';
import { resetSecondFactorProcedure } from './reset-second-factor.ts';
import { sessionsProcedure } from './sessions.ts';
import { signInOptionsProcedure } from './sign-in-options.ts';
import { unlockProcedure } from './unlock.ts';
import { updateProcedure } from './update.ts';

export const accountRouter = router({
  changePassword: changePasswordProcedure,
  changeRoles: changeRolesProcedure,
  claimFirst: claimFirstProcedure,
  create: createProcedure,
  disable: disableProcedure,
  enable: enableProcedure,
  endOtherSessions: endOtherSessionsProcedure,
  endSession: endSessionProcedure,
  handOver: handOverProcedure,
  list: listProcedure,
  me: meProcedure,
  resetPassword: resetPasswordProcedure,
  resetSecondFactor: resetSecondFactorProcedure,
  sessions: sessionsProcedure,
  signInOptions: signInOptionsProcedure,
  unlock: unlockProcedure,
  update: updateProcedure,
});
