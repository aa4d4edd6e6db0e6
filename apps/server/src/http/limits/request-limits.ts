import { isOpenApiPath } from '../../page-cache/render-api-response.ts';
import { RateLimit, type Allowance } from './rate-limit.ts';
import { isUnder } from '../response/error-response.ts';

/** Stored in memory, or asked by who watches over the server. */
const unlimited = ['/admin', '/healthz', '/readyz'];
const free: Allowance = { allowed: true, retryAfter: 0, headers: [] };

/**
 * How often one caller may ask in a minute: for answers of the open API, for calls of procedures, for signing in and for pages, each
 * counted for itself. Who is signed in is counted by session, so that an office behind one address is not taken for one.
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
