import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAuth, createServices, installation, type Services } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { testDatabase } from '@gongkai/db/testing';
import { blankReport, buildTables, cellOf, formOfYear, withValue, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger } from '../log/logger.ts';
import { drawAnswer } from '../page-cache/api-answer.ts';
import { PageCache } from '../page-cache/page-cache.ts';
import { createApp } from './app.ts';
import { createListener } from './listener.ts';

const example = fileURLToPath(new URL('../../../../docs/examples/hand-in.mjs', import.meta.url));

let database: OpenDatabase;
let services: Services;
let server: Server;
let folder: string;
let agencyId: string;
let environment: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase('pglite');
  services = createServices({ db: database.db, clock: () => new Date('2022-01-20T06:00:00Z') });
  const origin = 'http://127.0.0.1:3000';
  const logger = createLogger({ level: 'silent', format: 'json' }, () => undefined);
  const app = createApp({
    ...{ services, publicServices: services, logger, origin, admin: new Map(), direct: true },
    auth: createAuth({ database: database.db, secret: 'only for this test'.padEnd(43, '.'), origin }),
    ready: async () => true,
    onChange: () => undefined,
  });
  const pages = new PageCache({ version: async () => '1', render: (address) => drawAnswer(app, new URL(address)) });
  const settings = { origin: undefined, trustedProxy: false, apiPerMinute: 100 };
  const parts = {
    app,
    pages,
    assets: new Map(),
    settings,
    logger,
    sessionOf: () => undefined,
    observe: () => undefined,
  };
  server = createServer(createListener(parts));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  agencyId = await services.agency.create({
    ...{ name: '云溪县青原镇人民政府', kind: 'town', level: 'township', validFrom: '2010-01-01' },
  });
  const userId = await services.account.create(
    { username: 'drafter', name: '填报人', password: 'Test-only-1' },
    [{ agencyId, role: 'drafter' }],
    [],
  );
  const { token } = await services.token.create({ ...installation, userId }, { agencyId, name: '办公系统', days: 30 });
  const { port } = server.address() as AddressInfo;
  environment = { GONGKAI_URL: `http://127.0.0.1:${port}`, GONGKAI_TOKEN: token };
  folder = await mkdtemp(join(tmpdir(), 'gongkai-hand-in-'));
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await database.close();
  await rm(folder, { recursive: true });
});

async function run(report: Report, settings: Record<string, string> = {}) {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(report));
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, ...environment, ...settings };
    execFile(process.execPath, [example, file], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const form = formOfYear(2021)!;
function report(): Report {
  const blank = blankReport(form, { name: '青原镇人民政府' }, 2021, 'own');
  const tables = buildTables(form, (cell) => (cellOf(form, cell).measure === 'money' ? '0' : 0));
  const text =
    '全年主动公开惠民补贴信息十二条。工作考核为合格，没有开展社会评议，没有发生责任追究。公开不够及时的问题，已经逐月检查改进。本年度未收取信息处理费。';
  const sections = blank.sections.map((section) => ({ ...section, blocks: [{ type: 'paragraph', text } as const] }));
  return { ...blank, tables, sections };
}

it('tries a report out, says what fails in it, and hands nothing in', async () => {
  const { code, out, err } = await run(withValue(form, report(), '三.一.总计', 7));
  expect(code).toBe(1);
  expect(out).toMatch(/^block R\w+ .*\p{Script=Han}/mu);
  expect(err).toContain('blocked_by_findings');
});

it('hands a report in that may be handed in', async () => {
  const { code, out, err } = await run(report());
  expect([code, err], out).toEqual([0, '']);
  expect(out).toMatch(/^handed in as revision 1, [0-9a-f]{64}$/m);
});

it('says what is wrong with its token', async () => {
  const { code, err } = await run(report(), { GONGKAI_TOKEN: 'abc' });
  expect(code).toBe(1);
  expect(err).toContain('401 token_invalid');
});
