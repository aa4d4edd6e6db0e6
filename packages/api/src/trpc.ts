import { initTRPC, TRPCError } from '@trpc/server';
import * as z from 'zod/mini';
import type { AuditEvent } from './audit/record.ts';
import { ApiError, asUnavailable } from './common/errors.ts';
import { errorCodes, type ErrorCode } from './common/error-codes.ts';
import { formFields } from './common/form-fields.ts';
import { invalidInput, readInput } from './common/read-input.ts';
import { agencyId, reportKind, year } from './common/schemas.ts';
import { asUnstorable, requireStorable } from './common/storable.ts';
import type { Context } from './context.ts';
import type { Duty, Role } from './common/roles.ts';

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const { body } = toApiError(error);
    return { ...shape, message: body.message, data: { ...shape.data, error: body } };
  },
});

export const { router, createCallerFactory } = t;

/** Maps every error to an `ApiError`, so that clients get a code and a Chinese message. */
const answeringProcedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const error = toApiError(result.error);
  if (error.code === 'internal') return result;
  throw new TRPCError({ code: errorCodes[error.code].trpc, message: error.message, cause: error });
});

/** Runs after authorisation, so that the upload of a refused caller is not read. */
const storableInput = t.middleware(async ({ getRawInput, next }) => {
  requireStorable(await getRawInput());
  return next();
});

/** Open to the public. */
export const publicProcedure = answeringProcedure.use(storableInput);

/**
 * Allows every user with a session, even one who must first change the password or bind a second factor; it is for the
 * procedures that do so. Changes and refusals are recorded in the audit trail.
 */
const sessionOnlyProcedure = answeringProcedure.use(async ({ ctx, type, path, getRawInput, next }) => {
  if (!ctx.user) throw new ApiError('not_signed_in');
  const user = { ...ctx.user, trail: { recorded: 0 } };
  const result = await next({ ctx: { user } });
  const outcome = result.ok ? 'ok' : toApiError(result.error).code;
  const refused = outcome === 'forbidden';
  // An entry written by the service itself has more detail; a failed service has rolled its entry back.
  if (refused || (type === 'mutation' && (outcome !== 'ok' || user.trail.recorded === 0)))
    await ctx.services.audit.record(user, { action: path, ...subjectOf(await getRawInput()), outcome });
  return result;
});
export const sessionProcedure = sessionOnlyProcedure.use(storableInput);

const pendingActionErrors = {
  changePassword: 'must_change_password',
  enrolSecondFactor: 'must_enrol_second_factor',
} as const;

/** Allows every user with a session and no pending action. */
export const signedInProcedure = sessionProcedure.use(({ ctx, next }) => {
  if (ctx.user.pending) throw new ApiError(pendingActionErrors[ctx.user.pending]);
  return next();
});

const aboutAgency = z.object({ agencyId });

/** Returns the report that a call is about, if the input names it in the usual fields. */
function subjectOf(input: unknown): Pick<AuditEvent, 'agencyId' | 'year' | 'kind'> {
  const fields = z.record(z.string(), z.unknown()).safeParse(formFields(input)).data ?? {};
  return {
    agencyId: agencyId.safeParse(fields['agencyId']).data,
    year: year.safeParse(fields['year']).data,
    kind: reportKind.safeParse(fields['kind']).data,
  };
}

/** Allows users with one of the roles for the agency in the input, or for one above it. */
const procedureOf = (...roles: Role[]) =>
  signedInProcedure.use(async ({ ctx, type, path, getRawInput, next }) => {
    const input = await getRawInput();
    const { agencyId } = readInput(aboutAgency, formFields(input));
    if (!(await ctx.services.account.hasRole(ctx.user, roles, agencyId))) throw new ApiError('forbidden');
    const result = await next();
    // The result is not public, so the reader is recorded in the audit trail.
    if (type === 'query' && result.ok) await ctx.services.audit.record(ctx.user, { action: path, ...subjectOf(input) });
    return result;
  });

/** Allows users with one of the roles for any agency; `ctx.agencyIds` lists the agencies that the call may touch. */
const anywhereProcedureOf = (...roles: Role[]) =>
  signedInProcedure.use(async ({ ctx, next }) => {
    const agencyIds = await ctx.services.account.agenciesWithRole(ctx.user, roles);
    if (agencyIds.length === 0) throw new ApiError('forbidden');
    return next({ ctx: { agencyIds } });
  });

/** Allows users with the duty for the installation. */
const dutyProcedureOf = (duty: Duty) =>
  signedInProcedure.use(({ ctx, next }) => {
    if (!ctx.user.duties.includes(duty)) throw new ApiError('forbidden');
    return next();
  });

/** Allows drafters of the agency in the input. */
export const drafterProcedure = procedureOf('drafter');

/** Allows drafters of any agency. */
export const anyDrafterProcedure = anywhereProcedureOf('drafter');

/** Allows reviewers of the agency in the input. */
export const reviewerProcedure = procedureOf('reviewer');

/** Allows publishers of the agency in the input. */
export const publisherProcedure = procedureOf('publisher');

/** Allows users with any role for the agency in the input. */
export const memberProcedure = procedureOf('drafter', 'reviewer', 'publisher');

/** Allows users with any role for any agency. */
export const anyMemberProcedure = anywhereProcedureOf('drafter', 'reviewer', 'publisher');

/** Allows system administrators, who administer the installation and its agencies and see public reports only. */
export const systemAdministratorProcedure = dutyProcedureOf('systemAdministrator');

/** Allows security administrators, who administer accounts, roles and duties. */
export const securityAdministratorProcedure = dutyProcedureOf('securityAdministrator');

/** Allows auditors, who read the audit trail and nothing else. */
export const auditorProcedure = dutyProcedureOf('auditor');

const ownCodes: Partial<Record<TRPCError['code'], ErrorCode>> = {
  BAD_REQUEST: 'invalid_input',
  PARSE_ERROR: 'invalid_input',
  UNSUPPORTED_MEDIA_TYPE: 'invalid_input',
  METHOD_NOT_SUPPORTED: 'invalid_input',
  NOT_FOUND: 'not_found',
  PAYLOAD_TOO_LARGE: 'too_large',
};

/** Keeps the error of a service, lists the issues of an invalid input, and hides the details of every other error. */
function toApiError({ code, cause }: TRPCError): ApiError {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof z.core.$ZodError) return invalidInput(cause.issues);
  return asUnstorable(cause) ?? asUnavailable(cause) ?? new ApiError(ownCodes[code] ?? 'internal');
}
