import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookiePrefix } from './policy.ts';

/** Longer than any that is signed: what is longer is not looked at. */
const MAX_COOKIE_LENGTH = 300;

/**
 * Makes a reader of session cookies that asks no database: whether better-auth signed it, not whether it still holds.
 * @param secret of the installation, as better-auth has it
 * @returns the session's token; undefined without a cookie or with one that nobody here signed
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
