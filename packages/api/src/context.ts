import { originOf } from './account/auth-call.ts';
import type { Auth } from './account/auth.ts';
import { signInMethod } from './account/schemas.ts';
import type { SignedInUser } from './common/actor.ts';
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

/** The context of a call over HTTP: whoever the session's cookie belongs to. */
export async function createContext(services: Services, auth: Auth, request: Request): Promise<Context> {
  const found = await auth.api.getSession({ headers: request.headers });
  if (!found) return createPublicContext(services);
  const { id, method } = found.session;
  await services.account.touch(id);
  const session = { id, method: signInMethod.safeParse(method).data ?? 'password' };
  const user = await services.account.signedIn(found.user.id, session);
  return { services, user: user && { ...user, ...originOf(request.headers) } };
}
