import type { ServerResponse } from 'node:http';
import { ApiError } from '@gongkai/api';
import type { Answer } from './resource.ts';

/** Up to here text of one byte a character is sent quicker than bytes: Node puts it into one string with the headers. */
const SHORT = 16_384;

const tooMany: Answer = {
  status: 429,
  headers: {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  },
  body: Buffer.from(JSON.stringify(new ApiError('rate_limited').body)),
};

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

  /** Says in a sentence why there is no answer; where one has begun already, only an end of the connection can. */
  refuse(response: ServerResponse, status: number, message: string, own: readonly string[]): void {
    if (response.headersSent) return void response.destroy();
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    this.send(response, { status, headers, body: Buffer.from(`${message}\n`) }, own);
  }

  /** Says in the open API's form that one address asks too often. */
  refuseAsTooMany(response: ServerResponse, own: readonly string[]): void {
    this.send(response, tooMany, own);
  }

  #prepare(answer: Answer): Prepared {
    let prepared = this.#prepared.get(answer);
    if (!prepared) {
      const { headers, body } = answer;
      prepared = {
        headers: Object.entries({ ...this.#common, ...headers }).flat(),
        body: body && body.length <= SHORT ? body.toString('latin1') : body,
      };
      this.#prepared.set(answer, prepared);
    }
    return prepared;
  }
}
