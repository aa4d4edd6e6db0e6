import type { Actor } from '../../common/actor.ts';

/** Request header in which the server writes the caller's address; a value sent by the caller is overwritten. */
export const clientAddressHeader = 'x-client-address';

/** Request header in which the server writes the request's id; a value sent by the caller is overwritten. */
export const requestIdHeader = 'x-request-id';

/** The parts of a call to better-auth that are used here. */
export interface AuthCall {
  readonly headers?: Headers | undefined;
}

/** Returns the origin of a call for the audit trail. */
export function originOf(headers: Headers | undefined): Pick<Actor, 'address' | 'requestId'> {
  const address = headers?.get(clientAddressHeader);
  const requestId = headers?.get(requestIdHeader);
  return { ...(address && { address }), ...(requestId && { requestId }) };
}

/** The actor of a call without a session, as the audit trail records it. */
export function actorOf({ headers }: AuthCall): Actor {
  return { userId: null, ...originOf(headers) };
}
