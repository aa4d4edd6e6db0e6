import { listApiTokens, type NamedApiToken } from '@gongkai/db/token';
import type { Dependencies } from '../common/dependencies.ts';
import type { TokenSummary } from './schemas.ts';

/** Lists the agency's tokens, the newest first. */
export async function list({ db, clock }: Dependencies, agencyId: string): Promise<TokenSummary[]> {
  return (await listApiTokens(db, agencyId)).map((token) => toSummary(token, clock()));
}

/** Lists all tokens of the installation, the newest first. */
export async function listAll({ db, clock }: Dependencies): Promise<TokenSummary[]> {
  return (await listApiTokens(db)).map((token) => toSummary(token, clock()));
}

function toSummary(token: NamedApiToken, now: Date): TokenSummary {
  const { id, agencyId, agencyName, name, createdByName, createdAt, expiresAt, lastUsedAt, revokedAt } = token;
  return {
    ...{ id, agencyId, agencyName, name, createdBy: createdByName },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    state: revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'valid',
  };
}
