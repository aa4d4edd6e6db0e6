import type { RequestListener } from 'node:http';
import { Answerer } from './answerer.ts';
import { securityHeaders } from './security-headers.ts';
import { starting, unavailableAnswer } from './unavailable.ts';

const alive = Buffer.from(JSON.stringify({ status: 'ok' }));

/**
 * Takes connections at once and says "not yet" until the site is there: a port that answers is a port that is taken.
 * Before the process ends it asks every client to come back by a new connection, which another process may take.
 */
export class Gate {
  readonly #answerer = new Answerer(securityHeaders(undefined));
  #stopping = false;
  #listener: RequestListener = ({ url = '/' }, response) => {
    response.shouldKeepAlive = false;
    const path = url.split('?', 1)[0]!;
    const answer =
      path === '/healthz'
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: alive }
        : unavailableAnswer(path, starting);
    this.#answerer.send(response, answer, []);
  };

  readonly listener: RequestListener = (request, response) => {
    if (this.#stopping) response.shouldKeepAlive = false;
    this.#listener(request, response);
  };

  open(listener: RequestListener): void {
    this.#listener = listener;
  }

  /** From now on every answer is the last of its connection. */
  stop(): void {
    this.#stopping = true;
  }
}
