import * as z from 'zod/mini';
import {
  publicProcedure,
  router,
  securityAdministratorProcedure,
  sessionProcedure,
  signedInProcedure,
} from '../trpc.ts';
import {
  accountDetails,
  accountPage,
  accountQuery,
  accountRef,
  accountToCreate,
  claimed,
  claimFirstInput,
  handedOver,
  handOverInput,
  me,
  oneTimePassword,
  ownSession,
  passwordChange,
  roleChange,
  sessionRef,
  signInOptions,
} from './schemas.ts';

export const accountRouter = router({
  changePassword: sessionProcedure
    .input(passwordChange)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.account.changePassword(ctx.user, input)),
  changeRoles: securityAdministratorProcedure
    .input(roleChange)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.account.changeRoles(ctx.user, input)),
  claimFirst: publicProcedure
    .input(claimFirstInput)
    .output(claimed)
    .mutation(({ ctx, input }) => ctx.services.account.claimFirst(input)),
  create: securityAdministratorProcedure
    .input(accountToCreate)
    .output(oneTimePassword)
    .mutation(({ ctx, input }) => ctx.services.account.issue(ctx.user, input)),
  disable: securityAdministratorProcedure
    .input(accountRef)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.account.disable(ctx.user, input)),
  enable: securityAdministratorProcedure
    .input(accountRef)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.account.enable(ctx.user, input)),
  endOtherSessions: signedInProcedure
    .output(z.void())
    .mutation(({ ctx }) => ctx.services.account.endOtherSessions(ctx.user)),
  endSession: signedInProcedure
    .input(sessionRef)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.account.endSession(ctx.user, input)),
  handOver: securityAdministratorProcedure
    .input(handOverInput)
    .output(handedOver)
    .mutation(({ ctx, input }) => ctx.services.account.handOver(ctx.user, input)),
  list: securityAdministratorProcedure
    .input(accountQuery)
    .output(accountPage)
    .query(({ ctx, input }) => ctx.services.account.list(input)),
  me: sessionProcedure.output(me).query(({ ctx }) => ctx.services.account.me(ctx.user)),
  resetPassword: securityAdministratorProcedure
    .input(accountRef)
    .output(oneTimePassword)
    .mutation(({ ctx, input }) => ctx.services.account.resetPassword(ctx.user, input)),
  resetSecondFactor: securityAdministratorProcedure
    .input(accountRef)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.account.resetSecondFactor(ctx.user, input)),
  sessions: signedInProcedure.output(z.array(ownSession)).query(({ ctx }) => ctx.services.account.sessions(ctx.user)),
  signInOptions: publicProcedure.output(signInOptions).query(({ ctx }) => ctx.services.account.signInOptions()),
  unlock: securityAdministratorProcedure
    .input(accountRef)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.account.unlock(ctx.user, input)),
  update: securityAdministratorProcedure
    .input(accountDetails)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.account.update(ctx.user, input)),
});
