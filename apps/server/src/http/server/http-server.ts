import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { ResponseWriter } from '../response/response-writer.ts';
import { stripBasePath } from '../request/base-path.ts';
import { maxBodyBytes } from '../limits/body-limit.ts';
import { answerClientErrors } from './client-errors.ts';
import type { Settings } from '../../settings/settings.ts';
import { securityHeaders } from '../response/security-headers.ts';

type AddressSettings = Pick<Settings, 'origin' | 'basePath'>;

const options = {
  // A request without a body needs no stream.
  optimizeEmptyRequests: true,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  // The listener refuses a request without a host, with a message.
  requireHostHeader: false,
};

/**
 * Creates the HTTP server. Requests that Node's parser refuses also receive a message, and a client that waits for `100
 * Continue` is asked for its body only if the body is accepted.
 * @param address under which readers know the site, if the operator configured it
 */
export function createHttpServer(listener: RequestListener, { origin, basePath }: AddressSettings): Server {
  const responseWriter = new ResponseWriter(securityHeaders(origin));
  const answer: RequestListener = (request, response) => {
    const elsewhere = stripBasePath(request, basePath);
    if (elsewhere) responseWriter.send(response, elsewhere, []);
    else listener(request, response);
  };
  const server = createServer(options, answer);
  answerClientErrors(server, responseWriter, basePath);
  server.on('checkContinue', (request, response) => {
    const length = Number(request.headers['content-length'] ?? 0);
    stripBasePath(request, basePath);
    if (length <= maxBodyBytes(pathOf(request))) response.writeContinue();
    // A client that receives no `100 Continue` may send the body or not, so the next bytes on the connection are
    // undefined.
    else response.shouldKeepAlive = false;
    listener(request, response);
  });
  server.on('checkExpectation', (request, response) => {
    stripBasePath(request, basePath);
    response.shouldKeepAlive = false;
    responseWriter.refuse(response, pathOf(request), { code: 'expectation_failed' }, []);
  });
  return server;
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0]!;
}
