import { createServices, installation, type Services } from '@gongkai/api';
import { sampleReport } from '@gongkai/api/testing';
import type { OpenDatabase } from '@gongkai/db';
import { engines, testDatabase } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedResponse } from '../http/response/cached-response.ts';
import { parsePageAddress } from './page-address.ts';
import { PageCache } from './page-cache.ts';
import { readPublicState, versionOf, type PublicState } from './public-state.ts';

const key = (agencyId: string, year: number, kind: 'own' | 'consolidated' = 'own') => ({ agencyId, year, kind });
type Key = ReturnType<typeof key>;

describe.each(engines)('cached pages on %s', (engine) => {
  let database: OpenDatabase;
  let services: Services;
  let [county, town, other] = ['', '', ''];

  beforeAll(async () => {
    database = await testDatabase(engine);
    services = createServices({ db: database.db, clock: () => new Date('2026-03-01T02:00:00Z') });
    county = await create('云溪县人民政府', 'government', 'county', null);
    town = await create('青原镇人民政府', 'town', 'township', county);
    other = await create('白石镇人民政府', 'town', 'township', county);
    for (const agencyId of [town, other]) await publish(key(agencyId, 2024));
  });
  afterAll(() => database.close());

  function create(name: string, kind: 'government' | 'town', level: 'county' | 'township', parentId: string | null) {
    return services.agency.create({ name, kind, level, parentId, validFrom: '2010-01-01' });
  }

  async function publish(of: Key, text?: string): Promise<void> {
    const { lockVersion } = await services.draft.start(installation, { ...of, report: sampleReport(of, text) });
    await release(of, lockVersion);
  }

  async function release(of: Key, lockVersion: number): Promise<void> {
    const { digest, revision } = await services.review.submit(installation, { ...of, lockVersion });
    await services.review.accept(installation, { ...of, revision });
    await services.publication.publish(installation, { ...of, digest });
  }

  /** A process with a separate cache; `rendered` lists the paths rendered since the last call. */
  function startProcess() {
    let state: PublicState | undefined;
    let rendered: string[] = [];
    const cache = new PageCache({
      async version({ dependency }) {
        state = await readPublicState(database, state);
        return versionOf(state, dependency);
      },
      async render(address) {
        const { pathname } = new URL(address);
        rendered.push(pathname);
        return render(pathname);
      },
    });
    return {
      async read(path: string): Promise<{ status: number; text: string }> {
        const { status, body } = await cache.get(parsePageAddress('http://localhost', path, true));
        return { status, text: body.toString() };
      },
      takeRendered(): string[] {
        const taken = rendered;
        rendered = [];
        return taken;
      },
    };
  }

  async function render(path: string): Promise<CachedResponse> {
    const [, page, agencyId = '', year, kind] = path.split('/');
    const shown =
      page === 'agencies'
        ? await services.agency.page(agencyId)
        : page === 'reports'
          ? await services.report.get(key(agencyId, Number(year), kind as Key['kind']))
          : await services.report.latest(100);
    const isGone = 'summary' in shown && shown.summary.state === 'withdrawn';
    return new CachedResponse(isGone ? 410 : 200, {}, Buffer.from(JSON.stringify(shown)));
  }

  const pagesOf = (agencyId: string) => [`/agencies/${agencyId}`, `/reports/${agencyId}/2024/own`];
  const readAll = async (one: ReturnType<typeof startProcess>) => {
    for (const path of ['/', ...pagesOf(town), ...pagesOf(other)]) await one.read(path);
    return one.takeRendered();
  };

  it('are rendered again in every process where their agency publishes, and so are lists', async () => {
    const processes = [startProcess(), startProcess()];
    for (const one of processes) expect(await readAll(one)).toHaveLength(5);
    for (const one of processes) expect(await readAll(one)).toEqual([]);
    await publish(key(other, 2023));
    for (const one of processes) {
      expect(await readAll(one)).toEqual(['/', ...pagesOf(other)]);
      expect(await readAll(one)).toEqual([]);
    }
  });

  it('show a correction, and nothing of what was withdrawn', async () => {
    const one = startProcess();
    await readAll(one);
    const page = `/reports/${other}/2024/own`;
    const { lockVersion } = await services.publication.correct(installation, {
      ...key(other, 2024),
      publicNote: '更正一处文字',
    });
    expect(await readAll(one)).toEqual([]);
    const report = sampleReport(key(other, 2024), '更正后的一句。');
    await services.draft.save(installation, { ...key(other, 2024), lockVersion, report });
    await release(key(other, 2024), lockVersion + 1);
    expect((await one.read(page)).text).toContain('更正后的一句');
    expect(await readAll(one)).toEqual([page, '/', `/agencies/${other}`]);

    await services.publication.withdraw(installation, { ...key(other, 2024), reason: '涉及个人信息' });
    const withdrawn = await one.read(page);
    expect(withdrawn.status).toBe(410);
    expect(withdrawn.text).not.toContain('更正后的一句');
    expect((await one.read(`/agencies/${other}`)).text).toContain('withdrawn');
    expect((await one.read('/')).text).not.toMatch(new RegExp(`${other}[^}]*2024`));
    one.takeRendered();
    await one.read(page);
    expect(one.takeRendered()).toEqual([page]);
  });

  it('show another agency’s new name and contact, and a round', async () => {
    const one = startProcess();
    await readAll(one);
    const { entry } = await services.register.history(county);
    const { name: _, ...same } = entry;
    await services.register.change(installation, {
      ...{ agencyId: county, version: entry.version, from: '2026-01-01', reason: '更名', name: '云溪市人民政府' },
      ...{ kind: same.kind, level: same.level, parentId: null, divisionCode: null, creditCode: null },
    });
    expect((await one.read(`/agencies/${town}`)).text).toContain('云溪市人民政府');
    expect(await readAll(one)).toHaveLength(5);

    const { entry: renamed } = await services.register.history(other);
    const contact = {
      ...{ office: '党政办公室', address: null, postcode: null, phone: null, fax: null, email: null, website: null },
    };
    await services.register.setContact(installation, { agencyId: other, version: renamed.version, contact });
    expect(await readAll(one)).toContain(`/agencies/${town}`);

    await services.round.announce(installation, { agencyId: county, year: 2025, lock: 'open', confirmPassedDue: true });
    expect(await readAll(one)).toContain(`/reports/${town}/2024/own`);
    expect(await readAll(one)).not.toContain(`/reports/${town}/2024/own`);
  });

  it('of a body are rendered again where the body that it took over from publishes', async () => {
    const successor = await create('青石镇人民政府', 'town', 'township', county);
    await publish(key(successor, 2024));
    await services.register.merge(installation, {
      ...{ agencyIds: [other], into: { agencyId: successor }, on: '2026-02-01', reason: '合并' },
    });
    const one = startProcess();
    const page = `/reports/${successor}/2024/own`;
    await one.read(page);
    one.takeRendered();
    await publish(key(other, 2022));
    await one.read(page);
    await one.read(`/reports/${town}/2024/own`);
    expect(one.takeRendered()).toEqual([page, `/reports/${town}/2024/own`]);
    await one.read(page);
    expect(one.takeRendered()).toEqual([]);
  });

  it('are rendered again where an event becomes visible after a later one', async () => {
    const one = startProcess();
    await readAll(one);
    // The state left by a transaction that began earlier and ended later.
    await database.pool.query(`
      INSERT INTO publication (agency_id, year, kind, number, action, revision, published_on, note, at)
      SELECT agency_id, year, kind, number + 1, 'withdrawn', revision, published_on, 'late',
        (SELECT max(at) FROM publication) - interval '50 minutes'
      FROM publication WHERE agency_id = '${town}' AND year = 2024`);
    expect((await one.read(`/reports/${town}/2024/own`)).status).toBe(410);
    expect((await one.read(`/agencies/${town}`)).text).toContain('withdrawn');
  });
});

it('are all rendered again where another database answers that is behind', async () => {
  const behind = { newest: '5', recent: '1' };
  const answers = [{ newest: '9', recent: '2' }, behind, { newest: '9', recent: '2' }];
  const query = async (text: string) =>
    text.includes('AS shared') ? { rows: [{ shared: 's', ...answers.shift()! }] } : { rows: [{ id: 'a', count: '2' }] };
  const database = { pool: { query } } as never;
  let state: PublicState | undefined;
  const versions: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    state = await readPublicState(database, state);
    versions.push(versionOf(state, { type: 'agency', agencyId: 'a' }));
  }
  expect(new Set(versions).size).toBeGreaterThanOrEqual(2);
  expect(versions[1]).not.toBe(versions[0]);
});
