import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import { StartupListener } from '../http/server/startup-listener.ts';
import { createListener, type ListenerParts } from '../http/server/listener.ts';
import { createHttpServer } from '../http/server/http-server.ts';
import { createLogger } from '../log/logger.ts';
import { renderApiResponse, isOpenApiPath } from '../page-cache/render-api-response.ts';
import { PageCache } from '../page-cache/page-cache.ts';
import { renderPage, type PortalHandler } from '../page-cache/render-page.ts';

export interface RealListener {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly port: number;
  /** Sends a request over a socket, as any client does. Redirects are not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /**
   * Sends raw bytes.
   * @returns everything received until the server closed the connection, or until `forMs` milliseconds have passed
   */
  send(bytes: string | Buffer, forMs?: number): Promise<string>;
  stop(): Promise<void>;
}

export interface RealListenerOptions extends Partial<Omit<ListenerParts, 'app' | 'pages' | 'settings'>> {
  /** Creates the app for the origin under which it is reached. */
  readonly app: (origin: string) => Hono;
  readonly portal?: PortalHandler;
  readonly settings?: Partial<ListenerParts['settings']>;
}

const emptyPortal: PortalHandler = (_request, response) => response.writeHead(404).end();

/** Starts the listener as the server does, on a free port, so that tests send requests over a socket. */
export async function startListener({
  app: makeApp,
  portal,
  settings,
  ...parts
}: RealListenerOptions): Promise<RealListener> {
  const startupListener = new StartupListener();
  const server: Server = createHttpServer(startupListener.listener, { origin: settings?.origin, basePath: '' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const app = makeApp(origin);
  const given = { api: {} as never, site: { name: '公开年报', demo: false } };
  const pages = new PageCache({
    version: async () => '1',
    render(key) {
      const address = new URL(key);
      return isOpenApiPath(address.pathname)
        ? renderApiResponse(app, address)
        : renderPage(portal ?? emptyPortal, address, given);
    },
  });
  startupListener.open(
    createListener({
      app,
      pages,
      assets: new Map(),
      logger: createLogger({ level: 'silent', format: 'json' }, () => undefined),
      observe: undefined,
      sessionOf: () => undefined,
      ...parts,
      settings: { origin: undefined, trustedProxy: false, apiPerMinute: 0, ...settings },
    }),
  );
  return {
    origin,
    port,
    ask: (path, init = {}) => fetch(origin + path, { redirect: 'manual', ...init }),
    send: (bytes, forMs = 3_000) => sendTo(port, bytes, forMs),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function sendTo(port: number, bytes: string | Buffer, forMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write(bytes);
  const ended = once(socket, 'close');
  const late = setTimeout(() => socket.destroy(), forMs);
  await ended;
  clearTimeout(late);
  return Buffer.concat(chunks).toString();
}
