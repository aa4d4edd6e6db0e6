import type { ServerResponse } from 'node:http';
import { errorResponse, type Refusal } from './error-response.ts';
import type { Answer } from './cached-response.ts';

/** Up to here text of one byte a character is sent quicker than bytes: Node puts it into one string with the headers. */
const MAX_STRING_BODY_BYTES = 16_384;

/** An answer as Node takes it quickest: its headers as one list, names and values by turns. */
interface PreparedResponse {
  readonly headers: readonly string[];
  readonly body: Buffer | string | undefined;
}

/** Gives answers out, each with the headers that every answer has. */
export class ResponseWriter {
  readonly #common: Readonly<Record<string, string>>;
  readonly #prepared = new WeakMap<Answer, PreparedResponse>();

  constructor(common: Readonly<Record<string, string>>) {
    this.#common = common;
  }

  /** @param own headers of this one request, names and values by turns */
  send(response: ServerResponse, answer: Answer, own: readonly string[]): void {
    const { headers, body } = this.#prepare(answer);
    response.writeHead(answer.status, [...headers, ...own]).end(body, 'latin1');
  }

  /** Says why there is no answer. */
  refuse(response: ServerResponse, path: string, refusal: Refusal, own: readonly string[]): void {
    this.sendUnlessStarted(response, errorResponse(path, refusal), own);
  }

  /** Sends an answer in place of one that failed; where that has begun already, only an end of the connection can. */
  sendUnlessStarted(response: ServerResponse, answer: Answer, own: readonly string[]): void {
    if (response.headersSent) return void response.destroy();
    this.send(response, answer, own);
  }

  /** Those of every answer and its own, names and values by turns. */
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
