import type { Dependencies } from '../../common/dependencies.ts';
import type { SignInPolicy } from '../../common/sign-in-policy.ts';

/** Of the names of all cookies. */
export const cookiePrefix = 'gongkai';

/** The values that assessments under GB/T 22239 customarily ask for; the standard itself gives no numbers. */
export const usualPolicy: SignInPolicy = {
  passwordDays: 90,
  idleMinutes: 30,
  lockMinutes: 15,
  secondFactorRequired: false,
  oidcName: null,
};

/** What no installation may set. */
export const fixed = {
  /** Failures in a row from one address, device or session that lock it out of an account. */
  failures: 5,
  /** Seconds that the last allowed attempt locks its source while its password is verified. */
  verifySeconds: 10,
  /** Failures from unknown devices at all addresses after which none is let in for a while; known devices are. */
  failuresFromAnywhere: 100,
  /** Minutes of that while. */
  slowMinutes: 5,
  /** Hours after which failures before a lock are forgotten. */
  failuresKeptHours: 24,
  /** Last passwords that may not be used again. */
  formerPasswords: 5,
  /** Hours after which a session ends, used or not. */
  sessionHours: 12,
} as const;

export function policyOf({ signIn }: Pick<Dependencies, 'signIn'>): SignInPolicy {
  return { ...usualPolicy, ...signIn };
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** A moment some minutes before or, if negative, after another. */
export function minutesBefore(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() - minutes * minute);
}

/** From when on a password no longer does; undefined where passwords do not age. */
export function passwordExpiry(changedAt: Date, { passwordDays }: SignInPolicy): Date | undefined {
  return passwordDays === 0 ? undefined : new Date(changedAt.getTime() + passwordDays * day);
}
