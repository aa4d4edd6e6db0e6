import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookiePrefix } from './policy.ts';

/** Every signed cookie is shorter; longer ones are ignored. */
const MAX_COOKIE_LENGTH = 300;

/**
 * Creates a reader of session cookies that queries no database: it verifies better-auth's signature, not whether the
 * session is still valid.
 * @param secret the installation's secret, as passed to better-auth
 * @returns the session's token; undefined without a cookie or with one that this installation did not sign
 */
export function sessionCookieReader(secret: string): (header: string) => string | undefined {
  const pattern = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${cookiePrefix}\\.session_token=([^;\\s]+)`);
  return (header) => {
    const [, value = ''] = pattern.exec(header) ?? [];
    if (value === '' || value.length > MAX_COOKIE_LENGTH) return undefined;
    const [, token, signature] = /^([\w-]+)\.([\w+/=]+)$/.exec(decoded(value)) ?? [];
    if (!token || !signature) return undefined;
    const [given, own] = [Buffer.from(signature, 'base64'), createHmac('sha256', secret).update(token).digest()];
    return given.length === own.length && timingSafeEqual(given, own) ? token : undefined;
  };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
