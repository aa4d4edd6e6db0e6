import { createAuth, createServices, type Auth } from '@gongkai/api';
import { testDatabase } from '@gongkai/db/testing';
import { expect } from 'vitest';
import { createApp } from '../http/app/app.ts';
import { createLogger } from '../log/logger.ts';
import { startListener, type RealListener } from './real-listener.ts';

export interface Site extends Omit<RealListener, 'stop'> {
  /** @throws if the server logged an error, because no client input may cause a server fault */
  readonly stop: () => Promise<void>;
}

/** The whole application on an empty database behind the real listener, with a portal of one page. */
export async function startSite(): Promise<Site> {
  const lines: string[] = [];
  const database = await testDatabase('pglite');
  const services = createServices({ db: database.db, clock: () => new Date() });
  const logger = createLogger({ level: 'error', format: 'json' }, (line) => void lines.push(line));
  const listener = await startListener({
    app: (origin) => {
      const auth: Auth = createAuth({ database: database.db, secret: 'only for this test'.padEnd(43, '.'), origin });
      const parts = { services, publicServices: services, auth, admin: new Map(), logger, origin, direct: true };
      return createApp({
        ...parts,
        readiness: { public: async () => true, clerks: async () => true },
        onChange: () => undefined,
      });
    },
    logger,
    portal: (_incoming, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.writeHead(200);
      response.end('<p>年报');
    },
  });
  const stop = async () => {
    await listener.stop();
    await database.close();
    expect(lines, 'nothing that a client sends is a fault of the server').toEqual([]);
  };
  return { ...listener, stop };
}

/** A POST request with a chunked body, without a length. */
export const chunkedBody = (text: string, headers: Record<string, string> = {}): RequestInit => ({
  ...{ method: 'POST', duplex: 'half', headers: { 'content-type': 'application/json', ...headers } },
  body: new Blob([text]).stream(),
});

/** The error in a refusal, whose message must be in Chinese. */
export async function errorFrom(answer: Response) {
  const body = (await answer.json()) as { code: string; message: string };
  expect(body.message).toMatch(/\p{Script=Han}/u);
  return { status: answer.status, code: body.code, origin: answer.headers.get('access-control-allow-origin') };
}
