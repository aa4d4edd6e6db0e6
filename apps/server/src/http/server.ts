import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { Answerer } from './answerer.ts';
import { takeOffBasePath } from './base-path.ts';
import { bodyLimitOf } from './body-limit.ts';
import { answerClientErrors } from './client-errors.ts';
import type { Settings } from '../settings.ts';
import { securityHeaders } from './security-headers.ts';

type AddressSettings = Pick<Settings, 'origin' | 'basePath'>;

const options = {
  // A request without a body needs no stream.
  optimizeEmptyRequests: true,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  // A request without a host is refused by the listener, in words.
  requireHostHeader: false,
};

/**
 * The server in front of everything: what Node's parser refuses is answered in words as well, and who waits to be asked
 * for a body is asked only where one is wanted.
 * @param address by which readers know the site, where the operator said so
 */
export function createHttpServer(listener: RequestListener, { origin, basePath }: AddressSettings): Server {
  const answerer = new Answerer(securityHeaders(origin));
  const answer: RequestListener = (request, response) => {
    const elsewhere = takeOffBasePath(request, basePath);
    if (elsewhere) answerer.send(response, elsewhere, []);
    else listener(request, response);
  };
  const server = createServer(options, answer);
  answerClientErrors(server, answerer, basePath);
  server.on('checkContinue', (request, response) => {
    const length = Number(request.headers['content-length'] ?? 0);
    takeOffBasePath(request, basePath);
    if (length <= bodyLimitOf(pathOf(request))) response.writeContinue();
    // A client that is not asked may send the body or not: what comes next on the connection is uncertain.
    else response.shouldKeepAlive = false;
    listener(request, response);
  });
  server.on('checkExpectation', (request, response) => {
    takeOffBasePath(request, basePath);
    response.shouldKeepAlive = false;
    answerer.refuse(response, pathOf(request), { code: 'expectation_failed' }, []);
  });
  return server;
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0]!;
}
