import { clientAddressHeader, type Auth } from './account/auth.ts';
import type { Actor, SignedInUser } from './common/actor.ts';
import type { Services } from './services.ts';

/** What a procedure knows of its call. */
export interface Context {
  readonly services: Services;
  /** Undefined for the public. */
  readonly user: SignedInUser | undefined;
}

/** The context of pages and answers for the public: it never has a session. */
export function createPublicContext(services: Services): Context {
  return { services, user: undefined };
}

/** Request header in which the server writes the request's id, over whatever the caller wrote there. */
export const requestIdHeader = 'x-request-id';

/** The context of a call over HTTP: whoever the session's cookie belongs to. */
export async function createContext(services: Services, auth: Auth, request: Request): Promise<Context> {
  const session = await auth.api.getSession({ headers: request.headers });
  const user = session ? await services.account.signedIn(session.user.id) : undefined;
  return { services, user: user && { ...user, ...originOf(request) } };
}

/** Where a call came from, for the audit trail. */
function originOf({ headers }: Request): Pick<Actor, 'address' | 'requestId'> {
  const address = headers.get(clientAddressHeader);
  const requestId = headers.get(requestIdHeader);
  return { ...(address && { address }), ...(requestId && { requestId }) };
}
