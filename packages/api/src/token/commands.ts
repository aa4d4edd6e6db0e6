import { createHash, randomBytes } from 'node:crypto';
import { getAgency } from '@gongkai/db/agency';
import { addApiToken, findApiToken, revokeApiToken, touchApiToken, type ApiToken } from '@gongkai/db/token';
import { ulid } from 'ulid';
import { record } from '../audit/record.ts';
import type { Actor, SignedInUser } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { CreatedToken, CreateTokenInput, RevokeTokenInput } from './schemas.ts';
import { hasRole } from '../account/queries/roles.ts';
import { signedIn } from '../account/queries/signed-in-user.ts';

/**
 * Creates a token by which another system submits for the agency. It is shown once; only its hash is stored.
 * @throws {ApiError} not_found
 */
export function create(
  deps: Dependencies,
  actor: Actor & { readonly userId: string },
  { agencyId, name, days }: CreateTokenInput,
): Promise<CreatedToken> {
  return inTransaction(deps, async (deps) => {
    const { db, clock } = deps;
    if (!(await getAgency(db, agencyId))) throw new ApiError('not_found', '没有这个机关，请重新选择');
    const [id, token, createdAt] = [ulid(), `gkt_${randomBytes(32).toString('base64url')}`, clock()];
    const expiresAt = new Date(createdAt.getTime() + days * 86_400_000);
    const row = { id, agencyId, name, sha256: hashOf(token), createdBy: actor.userId, createdAt, expiresAt };
    await addApiToken(db, row);
    const after = { token: id, name, expiresAt: expiresAt.toISOString() };
    await record(deps, actor, { action: 'token.create', agencyId, after });
    return { id, token, expiresAt: expiresAt.toISOString() };
  });
}

/** Revokes a token immediately; without an agency, a token of any agency. @throws {ApiError} not_found */
export function revoke(
  deps: Dependencies,
  actor: Actor,
  { agencyId, id }: Pick<RevokeTokenInput, 'id'> & Partial<RevokeTokenInput>,
): Promise<void> {
  return inTransaction(deps, async (deps) => {
    const revoked = await revokeApiToken(deps.db, { id, agencyId, by: actor.userId, at: deps.clock() });
    if (!revoked) throw new ApiError('not_found', '没有这个令牌，或者它已经停用');
    const before = { token: id, name: revoked.name };
    await record(deps, actor, { action: 'token.revoke', agencyId: revoked.agencyId, before });
  });
}

/** The bearer of a token: an agency, and the person on whose behalf the other system acts. */
export interface Bearer {
  readonly token: ApiToken;
  readonly user: SignedInUser;
}

/**
 * Authenticates the `Authorization` header of a request and records the use of the token.
 * @throws {ApiError} token_missing, token_invalid, token_revoked, token_expired, token_unfounded
 */
export async function authenticate(deps: Dependencies, authorization: string | undefined): Promise<Bearer> {
  if (authorization === undefined) throw new ApiError('token_missing');
  const [, secret] = /^Bearer (gkt_[\w-]{43})$/i.exec(authorization) ?? [];
  const token = secret === undefined ? undefined : await findApiToken(deps.db, hashOf(secret));
  if (!token) throw new ApiError('token_invalid');
  if (token.revokedAt) throw new ApiError('token_revoked');
  if (token.expiresAt <= deps.clock()) throw new ApiError('token_expired');
  const user = await signedIn(deps, token.createdBy);
  if (!user || !(await hasRole(deps, user, ['drafter'], token.agencyId))) throw new ApiError('token_unfounded');
  await touchApiToken(deps.db, token.id, deps.clock());
  return { token, user };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
