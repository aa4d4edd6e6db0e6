import type { Duty, Role } from '../account/schemas.ts';

/** Who does something: a person, or the installation itself where a command does it. */
export interface Actor {
  readonly userId: string | null;
  /** Network address that the call came from. */
  readonly address?: string;
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
}
