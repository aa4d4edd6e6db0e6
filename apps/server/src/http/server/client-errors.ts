import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '@gongkai/api/schemas';
import type { ResponseWriter } from '../response/response-writer.ts';
import { withoutBasePath } from '../request/base-path.ts';
import { errorResponse } from '../response/error-response.ts';

/** Time in milliseconds that a client has to read the reason before its connection is closed. */
const LINGER_MS = 2_000;

/** Codes of Node's parser and timers; all others of the parser are a malformed request. */
const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_INVALID_URL: 'invalid_address',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

interface ClientError extends NodeJS.ErrnoException {
  /** The bytes that the parser read last. */
  readonly rawPacket?: Buffer;
}

/**
 * Answers requests that Node's parser refuses, for which no request event is emitted: sends the reason, then closes the
 * connection.
 */
export function answerClientErrors(server: Server, responseWriter: ResponseWriter, basePath: string): void {
  server.on('clientError', (error: ClientError, socket: Socket) => {
    const { response, path } = requestOf(error, socket);
    const refusal = errorResponse(withoutBasePath(path, basePath), {
      code: codes[error.code ?? ''] ?? 'malformed_request',
    });
    if (error.code === 'ECONNRESET' || !socket.writable || response?.headersSent) return void socket.destroy(error);
    const { status, headers, body } = refusal;
    const lines = responseWriter.flatHeaders({
      status,
      headers: {
        ...headers,
        'content-length': String(body!.length),
        connection: 'close',
        date: new Date().toUTCString(),
      },
    });
    const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
    for (let at = 0; at < lines.length; at += 2) head.push(`${lines[at]}: ${lines[at + 1]}`);
    socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body!]));
    // Closing a connection with unread bytes would reset it, and the client might never read the response.
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}

/** The requested path: of the pending request, or from the line that the parser could not read. */
function requestOf({ rawPacket }: ClientError, socket: Socket): { response: ServerResponse | undefined; path: string } {
  // The pending response has no public name; Node's own handler reads the same property.
  const { _httpMessage: response } = socket as Socket & { _httpMessage?: ServerResponse | null };
  const line = /^[A-Z]+ (\/[^\s?#]*)/.exec(rawPacket?.subarray(0, 2_048).toString('latin1') ?? '');
  return { response: response ?? undefined, path: response?.req.url?.split('?')[0] ?? line?.[1] ?? '' };
}
