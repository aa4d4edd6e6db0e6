import * as z from 'zod/mini';

/** Role for an agency and all below it. */
export const role = z.enum(['drafter', 'reviewer', 'publisher']);
export type Role = z.infer<typeof role>;

/** Duty for the installation. No person may hold two of the three duties, or a duty together with a role (三员分立). */
export const duty = z.enum(['systemAdministrator', 'securityAdministrator', 'auditor']);
export type Duty = z.infer<typeof duty>;

/** The action that must precede any other: choose a new password, or bind a second factor. */
export const pending = z.enum(['changePassword', 'enrolSecondFactor']);
export type Pending = z.infer<typeof pending>;

/** Sign-in method of a session: password only, with a second factor, or the office's own sign-in service. */
export const signInMethod = z.enum(['password', 'secondFactor', 'oidc']);
export type SignInMethod = z.infer<typeof signInMethod>;
