import type { ServerResponse } from 'node:http';
import { ApiError } from '@gongkai/api';
import type { Answer } from './resource.ts';

/** Gives answers out, each with the headers that every answer has. */
export class Answerer {
  readonly #common: Readonly<Record<string, string>>;
  /** Headers that every request for an answer gets: Node takes them quickest as one list, all at once. */
  readonly #fixed = new WeakMap<Answer, readonly string[]>();

  constructor(common: Readonly<Record<string, string>>) {
    this.#common = common;
  }

  /** @param own headers of this one request, names and values by turns */
  send(response: ServerResponse, answer: Answer, own: readonly string[]): void {
    let fixed = this.#fixed.get(answer);
    if (!fixed) this.#fixed.set(answer, (fixed = Object.entries({ ...this.#common, ...answer.headers }).flat()));
    response.writeHead(answer.status, [...fixed, ...own]).end(answer.body);
  }

  /** Says in a sentence why there is no answer; where one has begun already, only an end of the connection can. */
  refuse(response: ServerResponse, status: number, message: string, own: readonly string[]): void {
    if (response.headersSent) return void response.destroy();
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    this.send(response, { status, headers, body: `${message}\n` }, own);
  }

  /** Says in the open API's form that one address asks too often. */
  refuseAsTooMany(response: ServerResponse, own: readonly string[]): void {
    const headers = {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    };
    this.send(response, { status: 429, headers, body: JSON.stringify(new ApiError('rate_limited').body) }, own);
  }
}
