import type { ServerResponse } from 'node:http';
import { refusalOf, type Refusal } from './refusal.ts';
import type { Answer } from './resource.ts';

/** Up to here text of one byte a character is sent quicker than bytes: Node puts it into one string with the headers. */
const SHORT = 16_384;

/** An answer as Node takes it quickest: its headers as one list, names and values by turns. */
interface Prepared {
  readonly headers: readonly string[];
  readonly body: Buffer | string | undefined;
}

/** Gives answers out, each with the headers that every answer has. */
export class Answerer {
  readonly #common: Readonly<Record<string, string>>;
  readonly #prepared = new WeakMap<Answer, Prepared>();

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
    this.sendUnlessBegun(response, refusalOf(path, refusal), own);
  }

  /** Sends an answer in place of one that failed; where that has begun already, only an end of the connection can. */
  sendUnlessBegun(response: ServerResponse, answer: Answer, own: readonly string[]): void {
    if (response.headersSent) return void response.destroy();
    this.send(response, answer, own);
  }

  /** Those of every answer and its own, names and values by turns. */
  headersOf({ headers }: Answer): string[] {
    return Object.entries({ ...this.#common, ...headers }).flat();
  }

  #prepare(answer: Answer): Prepared {
    let prepared = this.#prepared.get(answer);
    if (!prepared) {
      const { body } = answer;
      prepared = {
        headers: this.headersOf(answer),
        body: body && body.length <= SHORT ? body.toString('latin1') : body,
      };
      this.#prepared.set(answer, prepared);
    }
    return prepared;
  }
}
