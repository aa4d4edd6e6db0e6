import { isUnavailable } from '@gongkai/db';
import { TRPCError } from '@trpc/server';
import { queryAuth } from './account/auth/unavailable-database.ts';
import { originOf } from './account/auth/call-origin.ts';
import type { Auth } from './account/auth/auth.ts';
import type { SignedInUser } from './common/actor.ts';
import { errorCodes } from './common/error-codes.ts';
import type { Services } from './services.ts';
import { signInMethod } from './common/roles.ts';

/** The context of a procedure call. */
export interface Context {
  readonly services: Services;
  /** The signed-in user; undefined for the public. */
  readonly user: SignedInUser | undefined;
}

/** Creates the context of public pages and responses, which never has a session. */
export function createPublicContext(services: Services): Context {
  return { services, user: undefined };
}

/**
 * Creates the context of an HTTP request, with the user of the session cookie.
 * @param publicServices services that the public's queries use
 * @throws {TRPCError} if the database cannot return the session, so that the user is not signed out
 */
export async function createContext(
  services: Services,
  auth: Auth,
  request: Request,
  publicServices = services,
): Promise<Context> {
  try {
    const user = await userOf(services, auth, request);
    return user || request.method !== 'GET' ? { services, user } : createPublicContext(publicServices);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const { message } = errorCodes.unavailable;
    throw new TRPCError({ code: errorCodes.unavailable.trpc, message, cause: error });
  }
}

async function userOf(services: Services, auth: Auth, request: Request): Promise<Context['user']> {
  const found = await queryAuth(() => auth.api.getSession({ headers: request.headers }));
  if (!found) return undefined;
  const { id, method } = found.session;
  await services.account.touch(id);
  const session = { id, method: signInMethod.safeParse(method).data ?? 'password' };
  const user = await services.account.signedIn(found.user.id, session);
  return user && { ...user, ...originOf(request.headers) };
}
