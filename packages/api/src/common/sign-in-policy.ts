/** Sign-in rules that an installation can configure. */
export interface SignInPolicy {
  /** Days after which a password must be changed; 0 for never. */
  readonly passwordDays: number;
  /** Minutes of inactivity after which a session ends. */
  readonly idleMinutes: number;
  /** Minutes for which a source is locked out of an account after too many failures. */
  readonly lockMinutes: number;
  /** Whether every user must bind a second factor. */
  readonly secondFactorRequired: boolean;
  /** Name of the office's own sign-in service; `null` if there is none. */
  readonly oidcName: string | null;
}
