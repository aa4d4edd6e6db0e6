import * as z from 'zod/mini';
import { agencyId, instant, line } from '../common/schemas.ts';

/** The longest that a token may hold: who submits every year renews it every year. */
export const longestTokenDays = 400;

/** Which system will hold the token, and for how many days. */
export const createTokenInput = z.strictObject({
  agencyId,
  name: line(100),
  days: z.int().check(z.minimum(1), z.maximum(longestTokenDays)),
});
export type CreateTokenInput = z.infer<typeof createTokenInput>;

const id = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/));

/** The token itself is told here once and never again. */
export const createdToken = z.strictObject({ id, token: z.string(), expiresAt: instant });
export type CreatedToken = z.infer<typeof createdToken>;

export const tokensOf = z.strictObject({ agencyId });
export const revokeTokenInput = z.strictObject({ agencyId, id });
export type RevokeTokenInput = z.infer<typeof revokeTokenInput>;
export const tokenRef = z.strictObject({ id });

export const tokenState = z.enum(['valid', 'expired', 'revoked']);

/** What is shown of a token. */
export const tokenSummary = z.strictObject({
  id,
  agencyId,
  agencyName: z.string(),
  name: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: z.nullable(instant),
  state: tokenState,
});
export type TokenSummary = z.infer<typeof tokenSummary>;
