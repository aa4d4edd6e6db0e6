import type { Actor } from '../../common/actor.ts';

/** Request header in which the server writes the caller's address, over whatever the caller wrote there. */
export const clientAddressHeader = 'x-client-address';

/** Request header in which the server writes the request's id, over whatever the caller wrote there. */
export const requestIdHeader = 'x-request-id';

/** What is known of a call to better-auth. */
export interface AuthCall {
  readonly headers?: Headers | undefined;
}

/** Where a call came from, for the audit trail. */
export function originOf(headers: Headers | undefined): Pick<Actor, 'address' | 'requestId'> {
  const address = headers?.get(clientAddressHeader);
  const requestId = headers?.get(requestIdHeader);
  return { ...(address && { address }), ...(requestId && { requestId }) };
}

/** Somebody without a session, as far as the audit trail knows. */
export function actorOf({ headers }: AuthCall): Actor {
  return { userId: null, ...originOf(headers) };
}
