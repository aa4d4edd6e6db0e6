import type { RequestListener, ServerResponse } from 'node:http';
import { ResponseWriter } from '../response/response-writer.ts';
import type { Answer } from '../response/cached-response.ts';
import { securityHeaders } from '../response/security-headers.ts';
import { starting, unavailableAnswer } from '../response/unavailable.ts';

const alive: Answer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ status: 'ok' })),
};

/** Maximum time in milliseconds that a request waits for the site to start. */
const WAIT_MS = 10_000;
const MAX_WAITING = 500;

/**
 * Accepts connections before the site is ready and holds requests for a short time, so that a proxy does not lose a
 * request to a process that is restarting. Before the process ends, it closes each connection after its next response:
 * the client then connects again, possibly to another process.
 */
export class StartupListener {
  readonly #responseWriter = new ResponseWriter(securityHeaders(undefined));
  /** Functions that each resume a waiting request. */
  readonly #waiting = new Set<() => void>();
  #site: RequestListener | undefined;
  #isDelayed = false;
  #stopping = false;

  readonly listener: RequestListener = (request, response) => {
    if (this.#stopping) response.shouldKeepAlive = false;
    if (this.#site) return this.#site(request, response);
    const path = (request.url ?? '/').split('?', 1)[0]!;
    if (path === '/healthz') return this.#answer(response, alive);
    const isOfProbe = path === '/readyz' || path.startsWith('/readyz/');
    if (isOfProbe || this.#isDelayed || this.#waiting.size >= MAX_WAITING) return this.#refuse(path, response);
    const goOn = () => {
      clearTimeout(late);
      if (!this.#waiting.delete(goOn) || response.destroyed) return;
      if (this.#site) this.listener(request, response);
      else this.#refuse(path, response);
    };
    const late = setTimeout(goOn, WAIT_MS);
    this.#waiting.add(goOn);
    response.once('close', goOn);
    return undefined;
  };

  open(site: RequestListener): void {
    this.#site = site;
    this.#goOn();
  }

  /** Startup is delayed: answers waiting requests with 503, and lets no further request wait. */
  expectDelay(): void {
    this.#isDelayed = true;
    this.#goOn();
  }

  /** From now on every response is the last of its connection. */
  stop(): void {
    this.#stopping = true;
  }

  #goOn(): void {
    for (const goOn of [...this.#waiting]) goOn();
  }

  #refuse(path: string, response: ServerResponse): void {
    this.#answer(response, unavailableAnswer(path, starting));
  }

  #answer(response: ServerResponse, answer: Answer): void {
    response.shouldKeepAlive = false;
    this.#responseWriter.send(response, answer, []);
  }
}
