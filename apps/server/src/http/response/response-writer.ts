import type { ServerResponse } from 'node:http';
import { errorResponse, type Refusal } from './error-response.ts';
import type { Answer } from './cached-response.ts';

/** Up to this size Latin-1 text is sent faster than bytes: Node writes it in one string with the headers. */
const MAX_STRING_BODY_BYTES = 16_384;

/** Prebuilt response: flat header array `[name, value, …]`, which `writeHead` handles fastest. */
interface PreparedResponse {
  readonly headers: readonly string[];
  readonly body: Buffer | string | undefined;
}

/** Writes responses, each with the headers common to all. */
export class ResponseWriter {
  readonly #common: Readonly<Record<string, string>>;
  readonly #prepared = new WeakMap<Answer, PreparedResponse>();

  constructor(common: Readonly<Record<string, string>>) {
    this.#common = common;
  }

  /** @param own headers of this request, as a flat array `[name, value, …]` */
  send(response: ServerResponse, answer: Answer, own: readonly string[]): void {
    const { headers, body } = this.#prepare(answer);
    response.writeHead(answer.status, [...headers, ...own]).end(body, 'latin1');
  }

  /** Writes an error response. */
  refuse(response: ServerResponse, path: string, refusal: Refusal, own: readonly string[]): void {
    this.sendUnlessStarted(response, errorResponse(path, refusal), own);
  }

  /** Sends a response in place of one that failed; if its headers are sent already, closes the connection. */
  sendUnlessStarted(response: ServerResponse, answer: Answer, own: readonly string[]): void {
    if (response.headersSent) return void response.destroy();
    this.send(response, answer, own);
  }

  /** Common and own headers as a flat array `[name, value, …]`. */
  flatHeaders({ headers }: Answer): string[] {
    return Object.entries({ ...this.#common, ...headers }).flat();
  }

  #prepare(answer: Answer): PreparedResponse {
    let prepared = this.#prepared.get(answer);
    if (!prepared) {
      const { body } = answer;
      prepared = {
        headers: this.flatHeaders(answer),
        body: body && body.length <= MAX_STRING_BODY_BYTES ? body.toString('latin1') : body,
      };
      this.#prepared.set(answer, prepared);
    }
    return prepared;
  }
}
