import * as z from 'zod/mini';
import { drafterProcedure, router, securityAdministratorProcedure } from '../trpc.ts';
import { createdToken, createTokenInput, revokeTokenInput, tokenRef, tokensOf, tokenSummary } from './schemas.ts';

export const tokenRouter = router({
  create: drafterProcedure
    .input(createTokenInput)
    .output(createdToken)
    .mutation(({ ctx, input }) => ctx.services.token.create(ctx.user, input)),
  list: drafterProcedure
    .input(tokensOf)
    .output(z.array(tokenSummary))
    .query(({ ctx, input }) => ctx.services.token.list(input.agencyId)),
  listAll: securityAdministratorProcedure
    .output(z.array(tokenSummary))
    .query(({ ctx }) => ctx.services.token.listAll()),
  revoke: drafterProcedure
    .input(revokeTokenInput)
    .mutation(({ ctx, input }) => ctx.services.token.revoke(ctx.user, input)),
  revokeAny: securityAdministratorProcedure
    .input(tokenRef)
    .mutation(({ ctx, input }) => ctx.services.token.revoke(ctx.user, input)),
});
