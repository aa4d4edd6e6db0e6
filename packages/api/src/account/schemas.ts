import * as z from 'zod/mini';
import { duty, pending, role, signInMethod } from '../common/roles.ts';
import { agencyId, instant, line } from '../common/schemas.ts';
import { passwordFault } from './password.ts';
import { agencyKind, agencyLevel } from '../common/agency-attributes.ts';

/** Stored in lower case; at sign-in the case does not matter. */
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
  pending: z.nullable(pending),
  /** Whether a second factor is bound, and whether the installation requires one of all users. */
  secondFactor: z.boolean(),
  secondFactorRequired: z.boolean(),
  /** The moment at which the password expires; `null` if passwords do not expire. */
  passwordExpires: z.nullable(instant),
  /** Minutes of inactivity after which the session ends. */
  idleMinutes: z.number(),
});
export type Me = z.infer<typeof me>;

/** An account that the office creates. */
export const newAccount = z.strictObject({ username, name: line(50), password });
export type NewAccount = z.infer<typeof newAccount>;

/** The first account, which administers all others, and the first agency, in exchange for the one-time token. */
export const claimFirstInput = z.strictObject({
  token: z.string().check(z.regex(/^[\w-]{43}$/)),
  ...newAccount.shape,
  agency: z.strictObject({ name: line(200), kind: agencyKind, level: agencyLevel }),
});
export type ClaimFirstInput = z.infer<typeof claimFirstInput>;

export const claimed = z.strictObject({ username: z.string(), agencyId });
export type Claimed = z.infer<typeof claimed>;

/** Maximum number of roles in one change. */
const many = 200;

export const grant = z.strictObject({ agencyId, role });

/** Roles and duties to be granted or revoked. */
export const held = z.strictObject({
  grants: z._default(z.array(grant).check(z.maxLength(many)), []),
  duties: z._default(z.array(duty).check(z.maxLength(duty.options.length)), []),
});
export type Held = z.infer<typeof held>;

const accountId = z.string().check(z.regex(/^[\w-]{1,64}$/));

export const accountRef = z.strictObject({ id: accountId });
export type AccountRef = z.infer<typeof accountRef>;

/** The e-mail address by which another system knows the account; `null` if there is none. */
const email = z.nullable(z.email().check(z.maxLength(200)));

export const accountState = z.enum(['active', 'locked', 'disabled']);
export type AccountState = z.infer<typeof accountState>;

/** An account as the security administrator sees it. */
export const managedAccount = z.strictObject({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email,
  state: accountState,
  lockedUntil: z.nullable(instant),
  memberships: z.array(membership),
  duties: z.array(duty),
  secondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: instant,
  lastSignInAt: z.nullable(instant),
});
export type ManagedAccount = z.infer<typeof managedAccount>;

export const accountQuery = z.strictObject({
  search: z.optional(line(50)),
  state: z.optional(accountState),
  page: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 1),
});
export type AccountQuery = z.infer<typeof accountQuery>;

export const accountPage = z.strictObject({
  accounts: z.array(managedAccount),
  total: z.int(),
  pageSize: z.int(),
  /** Duties that no account able to sign in holds. */
  vacantDuties: z.array(duty),
});
export type AccountPage = z.infer<typeof accountPage>;

const person = { username, name: line(50), email: z._default(email, null) };

export const accountToCreate = z.strictObject({ ...person, ...held.shape });
export type AccountToCreate = z.infer<typeof accountToCreate>;

/** A password that its owner must change immediately. It is shown once and never stored. */
export const oneTimePassword = z.strictObject({ id: z.string(), username: z.string(), password: z.string() });
export type OneTimePassword = z.infer<typeof oneTimePassword>;

export const accountDetails = z.strictObject({ ...accountRef.shape, name: person.name, email: person.email });
export type AccountDetails = z.infer<typeof accountDetails>;

export const roleChange = z.strictObject({ ...accountRef.shape, give: held, take: held });
export type RoleChange = z.infer<typeof roleChange>;

/** The account that takes over all roles and duties: an existing one, or a new one. */
export const handOverInput = z.strictObject({
  ...accountRef.shape,
  to: z.union([accountRef, z.strictObject(person)]),
});
export type HandOverInput = z.infer<typeof handOverInput>;

/** The successor, with a password if the account is new. */
export const handedOver = z.strictObject({
  id: z.string(),
  username: z.string(),
  password: z.nullable(z.string()),
});
export type HandedOver = z.infer<typeof handedOver>;

export const passwordChange = z.strictObject({ current: z.string().check(z.maxLength(128)), password });
export type PasswordChange = z.infer<typeof passwordChange>;

/** A session as its owner sees it. */
export const ownSession = z.strictObject({
  id: z.string(),
  current: z.boolean(),
  /** The user agent and the network address. */
  userAgent: z.string(),
  address: z.string(),
  method: signInMethod,
  createdAt: instant,
  lastSeenAt: instant,
});
export type OwnSession = z.infer<typeof ownSession>;

export const sessionRef = z.strictObject({ id: accountId });
export type SessionRef = z.infer<typeof sessionRef>;

/** Options of the sign-in page. */
export const signInOptions = z.strictObject({
  /** Name of the office's own sign-in service. */
  oidcName: z.nullable(z.string()),
});
export type SignInOptions = z.infer<typeof signInOptions>;
