import { isOpenApiPath } from '../../page-cache/render-api-response.ts';
import { RateLimit, type Allowance } from './rate-limit.ts';
import { isUnder } from '../response/error-response.ts';

/** Paths that are served from memory, or that monitoring requests. */
const unlimited = ['/admin', '/healthz', '/readyz'];
const free: Allowance = { allowed: true, retryAfter: 0, headers: [] };

/**
 * Limits the requests of one caller per minute, separately for the open API, procedures, sign-in and pages. Signed-in
 * users are counted by session, so that an office behind one address does not count as one caller.
 */
export class RequestLimits {
  readonly #sessionOf: (cookie: string) => string | undefined;
  readonly #api: RateLimit;
  readonly #calls: RateLimit;
  readonly #auth: RateLimit;
  readonly #pages: RateLimit;

  constructor(perMinute: number, sessionOf: (cookie: string) => string | undefined) {
    this.#sessionOf = sessionOf;
    this.#api = new RateLimit(perMinute);
    this.#calls = new RateLimit(perMinute);
    this.#auth = new RateLimit(perMinute);
    this.#pages = new RateLimit(perMinute);
  }

  take(path: string, address: string, cookie: string | undefined): Allowance {
    if (isOpenApiPath(path)) return this.#api.take(address);
    if (unlimited.some((folder) => isUnder(folder, path))) return free;
    const session = cookie && this.#sessionOf(cookie);
    const caller = session ? `session/${session}` : address;
    if (isUnder('/api/auth', path)) return this.#auth.take(caller);
    return (isUnder('/trpc', path) ? this.#calls : this.#pages).take(caller);
  }
}
