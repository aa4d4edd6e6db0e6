import * as z from 'zod/mini';

/** What a person may do for an agency and all below it. */
export const role = z.enum(['drafter', 'reviewer', 'publisher']);
export type Role = z.infer<typeof role>;

/** What a person may do for the installation: three duties that nobody holds together, nor beside a role (三员分立). */
export const duty = z.enum(['systemAdministrator', 'securityAdministrator', 'auditor']);
export type Duty = z.infer<typeof duty>;

/** What somebody must do before anything else: choose a password of their own, bind a second factor. */
export const pending = z.enum(['changePassword', 'enrolSecondFactor']);
export type Pending = z.infer<typeof pending>;

/** How a session was begun: by password alone, with a second factor, by the office's own sign-in service. */
export const signInMethod = z.enum(['password', 'secondFactor', 'oidc']);
export type SignInMethod = z.infer<typeof signInMethod>;
