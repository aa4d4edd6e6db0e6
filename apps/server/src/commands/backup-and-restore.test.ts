import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices, installation } from '@gongkai/api';
import { migrate, openDatabase, type Engine } from '@gongkai/db';
import { blankReport, buildTables, cellOf, formOfYear } from '@gongkai/schema';
import { isFull } from '@gongkai/tooling-vitest/full';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { afterEach, expect, it, vi } from 'vitest';
import { run } from '../cli/run.ts';
import { startServer, untilStarted } from '../testing/server-process.ts';

/** The procedure of the operator's page: back up a running site, lose it, restore it into the other engine. */

type DatabaseLocation = Awaited<ReturnType<typeof placeFor>>;

const undo: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const step of undo.splice(0).reverse()) await step();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'gongkai-drill-'));
  undo.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function placeFor(engine: Engine) {
  if (engine === 'pglite') {
    const directory = folder();
    return { options: { directory }, args: ['--data', directory], settings: { DATABASE_URL: '' } };
  }
  const { url, drop } = await freshDatabase();
  undo.push(drop);
  return { options: { url }, args: [] as string[], settings: { DATABASE_URL: url } };
}

async function runCommand({ args, settings }: DatabaseLocation, ...command: string[]) {
  vi.stubEnv('DATABASE_URL', settings.DATABASE_URL);
  let out = '';
  let notes = '';
  const code = await run([...command, ...args], { out: (text) => (out += text), note: (text) => (notes += text) });
  return { code, out, notes };
}

/** Publishes three reports of a town with distinct figures, one of them with a document attached. */
async function fill({ options }: DatabaseLocation) {
  const database = await openDatabase(options);
  await migrate(database);
  const services = createServices({ db: database.db, clock: () => new Date() });
  const agencyId = await services.agency.create({
    name: '青原镇人民政府',
    kind: 'town',
    level: 'township',
    validFrom: '2008-01-01',
  });
  const key = (year: number) => ({ agencyId, year, kind: 'own' as const });
  const reportOf = (year: number) => {
    const form = formOfYear(year)!;
    const tables = buildTables(form, (cell) => (cellOf(form, cell).measure === 'money' ? '0.25' : year + cell.length));
    return { ...blankReport(form, { name: '青原镇人民政府' }, year, 'own'), tables };
  };
  for (const year of [2019, 2020, 2022])
    await services.publication.archiveAll(installation, [
      { ...key(year), report: reportOf(year), publishedOn: `${year + 1}-01-20` },
    ]);
  const document = { name: '报告.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('报告全文') };
  await services.draft.start(installation, { ...key(2021), report: reportOf(2021) }, document);
  await services.account.create(
    { username: 'keeper', name: '安全管理员', password: 'Test-only-1' },
    [],
    ['securityAdministrator'],
  );
  await services.audit.record(installation, { action: 'test.filled' });
  await database.close();
  return agencyId;
}

async function contents({ options }: DatabaseLocation) {
  const database = await openDatabase(options);
  const rows = async (text: string) => (await database.pool.query<Record<string, unknown>>(text)).rows;
  const all = {
    digests: await rows('select agency_id, year, kind, number, digest, body from revision order by 1, 2, 3, 4'),
    figures: await rows('select agency_id, year, kind, revision, cells::text from figures order by 1, 2, 3, 4'),
    files: await rows(`select sha256, encode(content, 'hex') as content from attachment order by 1`),
    chain: await rows('select position, entry_id, hash from audit_link order by 1'),
  };
  await database.close();
  return all;
}

const ways: [Engine, Engine][] = [
  ['pglite', 'postgresql'],
  ['postgresql', 'pglite'],
];

it.each(isFull ? ways : ways.slice(0, 1))(
  'a running site on %s comes back on %s as it was',
  { timeout: 120_000 },
  async (from, to) => {
    const lost = await placeFor(from);
    const agencyId = await fill(lost);
    const site = startServer([...lost.args, '--port', '0', '--no-demo'], lost.settings);
    undo.push(() => site.end('SIGKILL'));
    const url = await untilStarted(site);
    const published = await (await fetch(`${url}/api/v1/reports/${agencyId}/2020/own`)).text();
    // Wait until the sealer has chained the entries written so far.
    await vi.waitFor(async () => {
      expect((await runCommand(lost, 'audit', 'verify')).out).toMatch(/已封存 [1-9]\d* 条[^]*完整/);
      expect((await runCommand(lost, 'audit', 'verify')).out).not.toContain('尚未封存');
    }, 15_000);

    const file = join(folder(), 'backup.zst');
    expect(await runCommand(lost, 'backup', file)).toMatchObject({ code: 0, out: expect.stringContaining('已备份到') });
    await site.end('SIGKILL');
    const before = await contents(lost);
    expect(before.digests).toHaveLength(3);
    expect(before.files).toHaveLength(1);
    expect(before.chain.length).toBeGreaterThan(0);

    const found = await placeFor(to);
    expect(await runCommand(found, 'restore', file)).toMatchObject({ code: 0, out: expect.stringContaining('已把') });
    const after = await contents(found);
    // The audit entries of the backup itself were written after the moment that the backup captures.
    expect({ ...after, chain: before.chain.slice(0, after.chain.length) }).toEqual({ ...before, chain: after.chain });
    expect(after.chain.length).toBeGreaterThan(0);

    const restored = startServer([...found.args, '--port', '0', '--no-demo'], found.settings);
    undo.push(() => restored.end('SIGKILL'));
    const again = await untilStarted(restored);
    expect(await (await fetch(`${again}/api/v1/reports/${agencyId}/2020/own`)).text()).toBe(published);
    const doctor = await runCommand(found, 'doctor');
    expect(doctor.out).not.toContain('有问题');
    expect(doctor).toMatchObject({ code: 0, out: expect.stringMatching(/3 个版本与摘要一致[^]*链完整/) });
    // An account can be reset while the server is running.
    expect(await runCommand(found, 'account', 'reset', 'nobody')).toMatchObject({
      code: 1,
      notes: expect.stringContaining('没有用户名为 nobody'),
    });
    expect(await runCommand(found, 'account', 'reset', 'keeper')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/一次性密码[^]*\n {2}\S{8,}\n/),
    });
    expect(await runCommand(found, 'rebuild')).toMatchObject({ code: 0, out: expect.stringContaining('与已存的一致') });
  },
);
