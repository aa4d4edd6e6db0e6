import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAuth, createServices, installation, type Services } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { testDatabase } from '@gongkai/db/testing';
import { blankReport, buildTables, cellOf, formOfYear, withValue, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger } from '../../log/logger.ts';
import { startListener, type RealListener } from '../../testing/real-listener.ts';
import { createApp } from './app.ts';

const example = fileURLToPath(new URL('../../../../../docs/examples/submit.mjs', import.meta.url));

const documentation = fileURLToPath(new URL('../../../../../docs/api.md', import.meta.url));
const root = fileURLToPath(new URL('../../../../../', import.meta.url));

let database: OpenDatabase;
let services: Services;
let site: RealListener;
let folder: string;
let agencyId: string;
let environment: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase('pglite');
  services = createServices({ db: database.db, clock: () => new Date('2026-01-20T06:00:00Z') });
  const logger = createLogger({ level: 'silent', format: 'json' }, () => undefined);
  site = await startListener({
    app: (origin) =>
      createApp({
        ...{ services, publicServices: services, logger, origin, admin: new Map(), direct: true },
        auth: createAuth({ database: database.db, secret: 'only for this test'.padEnd(43, '.'), origin }),
        readiness: { public: async () => true, clerks: async () => true },
        onChange: () => undefined,
      }),
  });
  agencyId = await services.agency.create({
    ...{ name: '云溪县青原镇人民政府', kind: 'town', level: 'township', validFrom: '2010-01-01' },
  });
  const userId = await services.account.create(
    { username: 'drafter', name: '填报人', password: 'Test-only-1' },
    [{ agencyId, role: 'drafter' }],
    [],
  );
  const { token } = await services.token.create({ ...installation, userId }, { agencyId, name: '办公系统', days: 30 });
  environment = { GONGKAI_URL: site.origin, GONGKAI_TOKEN: token };
  folder = await mkdtemp(join(tmpdir(), 'gongkai-submit-'));
  await services.publication.archiveAll(installation, [
    { agencyId, year: 2024, kind: 'own', report: report(2024), publishedOn: '2025-01-15' },
  ]);
});
afterAll(async () => {
  await site.stop();
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
function report(year = 2021): Report {
  const blank = blankReport(form, { name: '青原镇人民政府' }, year, 'own');
  const tables = buildTables(form, (cell) => (cellOf(form, cell).measure === 'money' ? '0' : 0));
  const text =
    '全年主动公开惠民补贴信息十二条。工作考核为合格，没有开展社会评议，没有发生责任追究。公开不够及时的问题，已经逐月检查改进。本年度未收取信息处理费。';
  const sections = blank.sections.map((section) => ({ ...section, blocks: [{ type: 'paragraph', text } as const] }));
  return { ...blank, tables, sections };
}

it('reports the findings of a dry run and submits nothing', async () => {
  const { code, out, err } = await run(withValue(form, report(), '三.一.总计', 7));
  expect(code).toBe(1);
  expect(out).toMatch(/^block R\w+ .*\p{Script=Han}/mu);
  expect(err).toContain('blocked_by_findings');
});

it('submits a report that may be submitted', async () => {
  const { code, out, err } = await run(report());
  expect([code, err], out).toEqual([0, '']);
  expect(out).toMatch(/^submitted as revision 1, [0-9a-f]{64}$/m);
});

it('run again after a lost response, names the revision and submits nothing again', async () => {
  const { code, out, err } = await run(report());
  expect([code, err], out).toEqual([0, '']);
  expect(out).toMatch(/^submitted as revision 1, [0-9a-f]{64}$/m);
});

it('says what is wrong with the token', async () => {
  const { code, err } = await run(report(), { GONGKAI_TOKEN: 'abc' });
  expect(code).toBe(1);
  expect(err).toContain('401 token_invalid');
});

it('runs every example of the documentation as printed', async () => {
  const text = await readFile(documentation, 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block!);
  const commands = blocks.flatMap((block) => block.split('\n')).filter((line) => line && !line.startsWith('#'));
  expect(commands.length).toBeGreaterThanOrEqual(7);
  expect(commands.filter((command) => command.startsWith('curl ')).length).toBeGreaterThanOrEqual(6);
  // The examples have no --fail option: a settings file makes curl end with 22 on each HTTP error.
  await writeFile(join(folder, '.curlrc'), 'fail-with-body\nsilent\nshow-error\n');
  const file = join(folder, 'example.json');
  await writeFile(file, JSON.stringify(report(2023)));
  const env = {
    ...{ ...process.env, CURL_HOME: folder, SITE: site.origin, AGENCY: agencyId },
    ...{ TOKEN: environment['GONGKAI_TOKEN'], REPORT: file },
    PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
  };
  const outputs = new Map<string, string>();
  for (const command of commands) {
    const { code, out, err } = await new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile('/bin/sh', ['-c', command], { env, cwd: root }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
    expect([command, code, err], out).toEqual([command, 0, '']);
    expect(out.length).toBeGreaterThan(20);
    outputs.set(command, out);
  }
  const outputsOf = (part: string) => [...outputs].filter(([command]) => command.includes(part)).map(([, out]) => out);
  for (const out of outputsOf('.csv')) expect(out).toContain('三.一.总计');
  for (const out of outputsOf('statistics')) expect(JSON.parse(out)).toMatchObject({ groups: [{ reports: 1 }] });
});
