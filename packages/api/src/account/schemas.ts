import * as z from 'zod/mini';
import { agencyKind, agencyLevel } from '../agency/schemas.ts';
import { agencyId, line } from '../common/schemas.ts';
import { passwordFault } from './password.ts';

/** What a person may do for an agency and all below it. */
export const role = z.enum(['drafter', 'reviewer', 'publisher']);
export type Role = z.infer<typeof role>;

/** What a person may do for the installation: three duties that nobody holds together, nor beside a role (三员分立). */
export const duty = z.enum(['systemAdministrator', 'securityAdministrator', 'auditor']);
export type Duty = z.infer<typeof duty>;

/** Lower case alone: people who write it otherwise sign in all the same. */
export const username = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, {
    error: '用户名由 3 至 32 个小写字母、数字、点、横线组成，以字母或数字开头',
  }),
);

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
  duties: z.array(duty),
});
export type Me = z.infer<typeof me>;

/** An account that the office makes for somebody. */
export const newAccount = z.strictObject({ username, name: line(50), password });
export type NewAccount = z.infer<typeof newAccount>;

/** The first account, with every role on the first agency, in exchange for the one-time token. */
export const claimFirstInput = z.strictObject({
  token: z.string().check(z.regex(/^[\w-]{43}$/)),
  ...newAccount.shape,
  agency: z.strictObject({ name: line(200), kind: agencyKind, level: agencyLevel }),
});
export type ClaimFirstInput = z.infer<typeof claimFirstInput>;

export const claimed = z.strictObject({ username: z.string(), agencyId });
export type Claimed = z.infer<typeof claimed>;
