import type { Duty, Pending, Role, SignInMethod } from './roles.ts';

/** The author of an action: a person, or the installation itself for a command. */
export interface Actor {
  readonly userId: string | null;
  readonly username?: string;
  /** Network address that the call came from. */
  readonly address?: string;
  /** Id of the HTTP request, as in the server's log. */
  readonly requestId?: string;
  /** Counts the entries that the call has added to the audit trail so far. */
  readonly trail?: { recorded: number };
}

/** The actor of the installation's commands and jobs. */
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
  /** The action that must precede any other. */
  readonly pending?: Pending | undefined;
}
