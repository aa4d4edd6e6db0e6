/** How people sign in: what an installation may set. */
export interface SignInPolicy {
  /** Days after which a password must be changed; 0 for never. */
  readonly passwordDays: number;
  /** Minutes without work after which a session ends. */
  readonly idleMinutes: number;
  /** Minutes for which a source is locked out of an account after too many failures. */
  readonly lockMinutes: number;
  /** Whether everybody must bind a second factor. */
  readonly secondFactorRequired: boolean;
  /** What the office's own sign-in service is called; null where there is none. */
  readonly oidcName: string | null;
}
