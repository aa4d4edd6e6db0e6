import type { RequestListener } from 'node:http';

/** Takes connections at once and says "not yet" until the site is there: a port that answers is a port that is taken. */
export class Gate {
  #listener: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2', connection: 'close' });
    response.end('正在启动，请稍候刷新。\n');
  };

  readonly listener: RequestListener = (request, response) => this.#listener(request, response);

  open(listener: RequestListener): void {
    this.#listener = listener;
  }
}
