import { initTRPC, TRPCError } from '@trpc/server';
import * as z from 'zod/mini';
import type { Duty, Role } from './account/schemas.ts';
import { ApiError } from './common/errors.ts';
import { errorCodes, type ErrorCode } from './common/error-codes.ts';
import { formFields } from './common/form-fields.ts';
import { invalidInput, readInput } from './common/read-input.ts';
import { agencyId } from './common/schemas.ts';
import type { Context } from './context.ts';

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const { body } = toApiError(error);
    return { ...shape, message: body.message, data: { ...shape.data, error: body } };
  },
});

export const { router, createCallerFactory } = t;

/** Anybody may call it. */
export const publicProcedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const error = toApiError(result.error);
  if (error.code === 'internal') return result;
  throw new TRPCError({ code: errorCodes[error.code].trpc, message: error.message, cause: error });
});

/** Whoever has a session may call it. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new ApiError('not_signed_in');
  return next({ ctx: { user: ctx.user } });
});

const aboutAgency = z.object({ agencyId });

/** Whoever has one of the roles for the agency in the input, or for one above it. */
const procedureOf = (...roles: Role[]) =>
  signedInProcedure.use(async ({ ctx, getRawInput, next }) => {
    const { agencyId } = readInput(aboutAgency, formFields(await getRawInput()));
    if (!(await ctx.services.account.hasRole(ctx.user, roles, agencyId))) throw new ApiError('forbidden');
    return next();
  });

/** Whoever has one of the roles anywhere; what the call may touch is in `ctx.agencyIds`. */
const anywhereProcedureOf = (...roles: Role[]) =>
  signedInProcedure.use(async ({ ctx, next }) => {
    const agencyIds = await ctx.services.account.agenciesWithRole(ctx.user, roles);
    if (agencyIds.length === 0) throw new ApiError('forbidden');
    return next({ ctx: { agencyIds } });
  });

/** Whoever has the duty for the installation. */
const dutyProcedureOf = (duty: Duty) =>
  signedInProcedure.use(({ ctx, next }) => {
    if (!ctx.user.duties.includes(duty)) throw new ApiError('forbidden');
    return next();
  });

/** A drafter of the agency in the input. */
export const drafterProcedure = procedureOf('drafter');

/** A drafter of any agency. */
export const anyDrafterProcedure = anywhereProcedureOf('drafter');

/** A reviewer of the agency in the input. */
export const reviewerProcedure = procedureOf('reviewer');

/** A reviewer of any agency. */
export const anyReviewerProcedure = anywhereProcedureOf('reviewer');

/** A publisher of the agency in the input. */
export const publisherProcedure = procedureOf('publisher');

/** Whoever has any role for the agency in the input. */
export const memberProcedure = procedureOf('drafter', 'reviewer', 'publisher');

/** Whoever has any role for any agency. */
export const anyMemberProcedure = anywhereProcedureOf('drafter', 'reviewer', 'publisher');

/** Keeps the installation and its agencies; sees no report that is not public. */
export const systemAdministratorProcedure = dutyProcedureOf('systemAdministrator');

/** Keeps accounts and who may do what. */
export const securityAdministratorProcedure = dutyProcedureOf('securityAdministrator');

/** Reads the audit trail, and nothing else. */
export const auditorProcedure = dutyProcedureOf('auditor');

const ownCodes: Partial<Record<TRPCError['code'], ErrorCode>> = {
  BAD_REQUEST: 'invalid_input',
  PARSE_ERROR: 'invalid_input',
  UNSUPPORTED_MEDIA_TYPE: 'invalid_input',
  METHOD_NOT_SUPPORTED: 'invalid_input',
  NOT_FOUND: 'not_found',
  PAYLOAD_TOO_LARGE: 'too_large',
};

/** The error in our own words: of services as they said it, of an input what is wrong where, of all others only that. */
function toApiError({ code, cause }: TRPCError): ApiError {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof z.core.$ZodError) return invalidInput(cause.issues);
  return new ApiError(ownCodes[code] ?? 'internal');
}
