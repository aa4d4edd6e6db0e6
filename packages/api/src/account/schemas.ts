import * as z from 'zod/mini';
import { agencyKind, agencyLevel } from '../agency/schemas.ts';
import { agencyId, line } from '../common/schemas.ts';
import { passwordFault } from './password.ts';

/** What a person may do for an agency and all below it. */
export const role = z.enum(['drafter', 'reviewer', 'publisher']);
export type Role = z.infer<typeof role>;

export const username = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{2,31}$/));

export const password = z.string().check(z.maxLength(128), (context) => {
  const fault = passwordFault(context.value);
  if (fault) context.issues.push({ code: 'custom', input: context.value, message: fault });
});

export const membership = z.strictObject({ agencyId, agencyName: z.string(), role });
export type Membership = z.infer<typeof membership>;

export const me = z.strictObject({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  memberships: z.array(membership),
});
export type Me = z.infer<typeof me>;

/** The first account, with every role on the first agency, in exchange for the one-time token. */
export const claimFirstInput = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  username,
  name: line(50),
  password,
  agency: z.strictObject({ name: line(200), kind: agencyKind, level: agencyLevel }),
});
export type ClaimFirstInput = z.infer<typeof claimFirstInput>;

export const claimed = z.strictObject({ username: z.string(), agencyId });
export type Claimed = z.infer<typeof claimed>;
