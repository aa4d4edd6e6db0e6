import * as z from 'zod/mini';
import { agencyId, instant, line } from '../common/schemas.ts';

/** Maximum validity of a token in days: annual submission requires annual renewal. */
export const longestTokenDays = 400;

/** Name of the system that will hold the token, and its validity in days. */
export const createTokenInput = z.strictObject({
  agencyId,
  name: line(100),
  days: z.int().check(z.minimum(1), z.maximum(longestTokenDays)),
});
export type CreateTokenInput = z.infer<typeof createTokenInput>;

const id = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/));

/** The token itself is returned here once and never again. */
export const createdToken = z.strictObject({ id, token: z.string(), expiresAt: instant });
export type CreatedToken = z.infer<typeof createdToken>;

export const tokensOf = z.strictObject({ agencyId });
export const revokeTokenInput = z.strictObject({ agencyId, id });
export type RevokeTokenInput = z.infer<typeof revokeTokenInput>;
export const tokenRef = z.strictObject({ id });

export const tokenState = z.enum(['valid', 'expired', 'revoked']);

/** The displayed attributes of a token. */
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
