import type { Duty, Pending, Role, SignInMethod } from './roles.ts';

/** Who does something: a person, or the installation itself where a command does it. */
export interface Actor {
  readonly userId: string | null;
  readonly username?: string;
  /** Network address that the call came from. */
  readonly address?: string;
  /** Of the HTTP request, as in the server's log. */
  readonly requestId?: string;
  /** Counts the lines of the audit trail that the call has left so far. */
  readonly trail?: { recorded: number };
}

/** The installation itself. */
export const installation: Actor = { userId: null };

/** A role for an agency and all below it. */
export interface Grant {
  readonly agencyId: string;
  readonly role: Role;
}

/** A person with a session. */
export interface SignedInUser extends Actor {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly duties: readonly Duty[];
  readonly session?: { readonly id: string; readonly method: SignInMethod };
  /** What must be done before anything else. */
  readonly pending?: Pending | undefined;
}
