import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '@gongkai/api/schemas';
import type { ResponseWriter } from '../response/response-writer.ts';
import { withoutBasePath } from '../request/base-path.ts';
import { errorResponse } from '../response/error-response.ts';

/** How long a client may take to read why it was refused before its connection is cut. */
const LINGER_MS = 2_000;

/** Codes of Node's parser and timers; all others of the parser are a malformed request. */
const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_INVALID_URL: 'invalid_address',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

interface ClientError extends NodeJS.ErrnoException {
  /** What the parser read last. */
  readonly rawPacket?: Buffer;
}

/**
 * Answers requests that Node's parser refuses, for which there is no request to be listened to: the reason in words,
 * then the end of the connection.
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
    // To close with unread bytes would reset the connection, and the client might never read the answer.
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}

/** What was being asked: by the request under way, or by the line that the parser could not read. */
function requestOf({ rawPacket }: ClientError, socket: Socket): { response: ServerResponse | undefined; path: string } {
  // As Node's own handler does: it has no public name for the answer under way.
  const { _httpMessage: response } = socket as Socket & { _httpMessage?: ServerResponse | null };
  const line = /^[A-Z]+ (\/[^\s?#]*)/.exec(rawPacket?.subarray(0, 2_048).toString('latin1') ?? '');
  return { response: response ?? undefined, path: response?.req.url?.split('?')[0] ?? line?.[1] ?? '' };
}
