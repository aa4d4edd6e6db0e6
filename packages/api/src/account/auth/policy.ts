import type { Dependencies } from '../../common/dependencies.ts';
import type { SignInPolicy } from '../../common/sign-in-policy.ts';

/** Prefix of the names of all cookies. */
export const cookiePrefix = 'gongkai';

/** Default values, which assessments under GB/T 22239 usually require; the standard itself gives no numbers. */
export const usualPolicy: SignInPolicy = {
  passwordDays: 90,
  idleMinutes: 30,
  lockMinutes: 15,
  secondFactorRequired: false,
  oidcName: null,
};

/** Values that an installation cannot change. */
export const fixed = {
  /** Consecutive failures from one address, device or session after which it is locked out of an account. */
  failures: 5,
  /** Seconds that the last allowed attempt locks its source while its password is verified. */
  verifySeconds: 10,
  /** Failures from unknown devices at all addresses after which unknown devices are refused for `slowMinutes`. */
  failuresFromAnywhere: 100,
  /** Minutes for which unknown devices are refused. */
  slowMinutes: 5,
  /** Hours after which failures before a lock are forgotten. */
  failuresKeptHours: 24,
  /** Number of former passwords that may not be reused. */
  formerPasswords: 5,
  /** Hours after which a session ends, even if it is in use. */
  sessionHours: 12,
} as const;

export function policyOf({ signIn }: Pick<Dependencies, 'signIn'>): SignInPolicy {
  return { ...usualPolicy, ...signIn };
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Returns the moment `minutes` before another one, or after it if `minutes` is negative. */
export function minutesBefore(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() - minutes * minute);
}

/** Returns the moment at which a password expires; undefined if passwords do not expire. */
export function passwordExpiry(changedAt: Date, { passwordDays }: SignInPolicy): Date | undefined {
  return passwordDays === 0 ? undefined : new Date(changedAt.getTime() + passwordDays * day);
}
