import { relayTo, type Relay } from '@gongkai/db/testing';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, untilStarted, type ServerProcess } from '../testing/server-process.ts';
import { freePort } from '@gongkai/tooling-scripts/free-port';

/** One server runs through all of these tests, in this order. */
describe('while PostgreSQL is away, the server', { timeout: 120_000 }, () => {
  let drop: () => Promise<void>;
  let server: ServerProcess;
  let relay: Relay;
  let target: string;
  let site: string;

  beforeAll(async () => {
    const [fresh, databasePort, port] = [await freshDatabase(), await freePort(), await freePort()];
    ({ drop, url: target } = fresh);
    const away = Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(databasePort) }).href;
    site = `http://127.0.0.1:${port}`;
    server = startServer(['--port', String(port), '--no-demo'], {
      DATABASE_URL: away,
      GONGKAI_DB_CONNECT_SECONDS: '1',
      GONGKAI_DB_STATEMENT_SECONDS: '2',
      GONGKAI_DB_PUBLIC_STATEMENT_SECONDS: '1',
    });
  });
  afterAll(async () => {
    await server.end('SIGKILL');
    await relay?.close();
    await drop();
  });

  const databasePort = () => Number(/127\.0\.0\.1:(\d+)/.exec(server.output.notes)![1]);
  const ask = async (path: string, init: RequestInit = {}) => {
    const start = performance.now();
    const response = await fetch(site + path, { ...init, signal: AbortSignal.timeout(20_000) });
    return { response, text: await response.text(), ms: performance.now() - start };
  };
  const status = async (path: string) => (await ask(path)).response.status;

  /** Expects that pages and the API answer 503 in their own formats, and that the process itself is healthy. */
  async function expectUnavailable(): Promise<void> {
    const rest = await ask('/api/v1/agencies?limit=7');
    expect(rest.response.status).toBe(503);
    expect(rest.response.headers.get('access-control-allow-origin')).toBe('*');
    expect(Number(rest.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.parse(rest.text)).toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/\p{Script=Han}/u),
    });

    const trpc = await ask('/trpc/agency.list');
    expect(trpc.response.status).toBe(503);
    expect(trpc.response.headers.has('retry-after')).toBe(true);
    expect(JSON.parse(trpc.text)).toMatchObject({
      error: { data: { code: 'SERVICE_UNAVAILABLE', httpStatus: 503, error: { code: 'unavailable' } } },
    });

    const signIn = await ask('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: site },
      body: JSON.stringify({ username: 'somebody', password: 'Something-1' }),
    });
    expect(signIn.response.status).toBe(503);
    expect(JSON.parse(signIn.text)).toMatchObject({ code: 'unavailable' });

    const page = await ask('/agencies/01JDEM0YX00000000000000013');
    expect(page.response.status).toBe(503);
    expect(page.response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.response.headers.has('retry-after')).toBe(true);
    expect(page.text).toMatch(/系统暂时不能答复|正在启动/);

    expect(await status('/healthz')).toBe(200);
    for (const path of ['/readyz', '/readyz/clerks', '/readyz/public']) {
      const { response, ms } = await ask(path);
      expect(response.status).toBe(503);
      expect(ms).toBeLessThan(2_000);
    }
  }

  it('waits for it at the start, and says so in a line', async () => {
    await expect.poll(() => server.output.notes, { timeout: 60_000 }).toContain('数据库还没有就绪');
    await expectUnavailable();
    expect(server.output.notes).toMatch(/^[^\n]*连不上数据库[^\n]*\n$/);
    relay = await relayTo(target, databasePort());
    await untilStarted(server);
    for (const path of ['/', '/api/v1/agencies', '/readyz', '/readyz/public']) expect(await status(path)).toBe(200);
  });

  it('serves the pages that it has, answers 503 for all else, and recovers', async () => {
    await relay.close();
    await expect.poll(() => status('/readyz'), { timeout: 10_000 }).toBe(503);
    await expectUnavailable();
    for (const path of ['/', '/api/v1/agencies']) {
      const { response, ms } = await ask(path);
      expect(response.status).toBe(200);
      expect(ms).toBeLessThan(1_000);
    }
    expect(await status('/api/v1/openapi.json')).toBe(200);
    relay = await relayTo(target, Number(new URL(relay.url).port));
    await expect.poll(() => status('/readyz'), { timeout: 10_000 }).toBe(200);
    await expect.poll(() => status('/api/v1/agencies?limit=8'), { timeout: 5_000 }).toBe(200);
  });

  it('does the same where the database takes connections and never answers', async () => {
    relay.freeze();
    await expect.poll(() => status('/readyz'), { timeout: 10_000 }).toBe(503);
    await expectUnavailable();
    expect(await status('/')).toBe(200);
    relay.thaw();
    await expect.poll(() => status('/readyz'), { timeout: 10_000 }).toBe(200);
    await expect.poll(() => status('/trpc/agency.list'), { timeout: 10_000 }).toBe(200);
    await expect.poll(() => status('/agencies/01JDEM0YX00000000000000013'), { timeout: 10_000 }).toBe(404);
  });

  it('ends in good time when it is told to, though the database never answers', async () => {
    relay.freeze();
    const start = performance.now();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(server.output.notes).not.toMatch(/^\s+at /m);
  });
});
