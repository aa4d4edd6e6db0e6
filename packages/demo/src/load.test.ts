import { createServices, type Services } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { engines, testDatabase } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from './accounts.ts';
import { agencies, reportsOn, years } from './county.ts';
import { loadDemonstration } from './load.ts';
import { demoReports } from './reports.ts';
import { stageOf } from './work.ts';

describe.each(engines)('the demonstration on %s', (engine) => {
  let database: OpenDatabase;
  let services: Services;
  beforeAll(async () => {
    database = await testDatabase(engine);
    services = createServices({ db: database.db, clock: () => new Date() });
    await loadDemonstration(database.db, services);
  }, 240_000);
  afterAll(() => database.close());

  it('is published, under the ids that were written down, but for what is still on its way', async () => {
    const list = await services.agency.list();
    expect(list.map(({ id }) => id).toSorted()).toEqual(agencies.map(({ id }) => id).toSorted());
    const hidden = demoReports().filter((report) =>
      ['draft', 'submitted', 'returned', 'accepted', 'scheduled', 'withdrawn'].includes(stageOf(report) ?? ''),
    );
    expect(hidden).toHaveLength(6);
    expect(list.reduce((sum, { reportCount }) => sum + reportCount, 0)).toBe(demoReports().length - hidden.length);
  });

  it('has a report of the last year at each stage', async () => {
    const states = await services.review.states({ year: years.last });
    for (const report of demoReports().filter(({ year }) => year === years.last)) {
      const { state } = states.find(({ agencyId }) => agencyId === report.agencyId)!;
      expect(state.stage).toBe(stageOf(report) ?? 'archived');
    }
    expect(new Set(states.map(({ state }) => state.stage)).size).toBe(9);
  });

  it('collects the last year in an open round, with the county’s report added up from what was accepted', async () => {
    const government = agencies.find(({ kind }) => kind === 'government')!;
    const of = { agencyId: government.id, year: years.last };
    const { round, statistics, lines } = await services.round.board(of);
    expect(round.lock).toBe('open');
    const due = agencies.filter((agency) => agency.parentId === government.id && reportsOn(agency, years.last));
    expect(statistics.due).toBe(due.length);
    expect(lines.filter(({ extensions }) => extensions.length > 0)).toHaveLength(1);
    const { children, state, drift } = await services.rollup.get(of);
    expect([state.stage, drift]).toEqual(['draft', []]);
    const missing = children.filter(({ absence }) => absence?.cause === 'missing').map(({ stage }) => stage);
    expect(new Set(missing)).toEqual(new Set(['none', 'draft', 'submitted', 'returned', 'withdrawn']));
    const { parts, value } = await services.rollup.cell({ ...of, cell: '三.一.总计' });
    expect(parts).toHaveLength(children.length - missing.length);
    expect(parts.reduce((sum, part) => sum + Number(part.value), 0)).toBe(value);
  });

  it('shows an agency by its name of today, with the one that it had', async () => {
    const renamed = agencies.find(({ formerName }) => formerName)!;
    const { agency } = await services.agency.page(renamed.id);
    expect(agency.name).toBe(renamed.name);
    expect(agency.formerNames).toEqual([renamed.formerName]);
  });

  it('checks across years against the sum of those that were merged, and says that it did', async () => {
    const gone = agencies.find(({ mergedInto }) => mergedInto)!;
    const { id, on } = gone.mergedInto!;
    const year = Number(on.slice(0, 4));
    const rulesOf = async (agencyId: string, of: number) =>
      (await services.report.get({ agencyId, year: of, kind: 'own' })).findings.map(({ rule }) => rule);
    expect(await rulesOf(id, year)).toEqual(['R67']);
    expect(await rulesOf(id, year + 1)).toEqual([]);
    const renamed = agencies.find(({ formerName }) => formerName)!;
    expect(await rulesOf(renamed.id, Number(renamed.formerName!.until.slice(0, 4)))).toContain('R67');
    expect((await services.agency.get(id)).contact).toMatchObject({ office: '政务公开办公室', postcode: '999900' });
    expect((await services.agency.get(gone.id)).successors).toMatchObject([{ id, kind: 'merged', takenOverOn: on }]);
  });

  it('shows the blanks of the sample report as a finding', async () => {
    const { id } = agencies.find(({ name }) => name.includes('青原镇'))!;
    const { findings } = await services.report.get({ agencyId: id, year: 2020, kind: 'own' });
    expect(findings.find(({ rule }) => rule === 'R10')).toMatchObject({ severity: 'block', params: { count: 5 } });
  });

  it('has an account for each duty, for a drafter of a town, a reviewer and a publisher of the county', async () => {
    const { accounts: kept, vacantDuties } = await services.account.list({ page: 1 });
    expect(vacantDuties).toEqual([]);
    expect(kept.every(({ mustChangePassword }) => !mustChangePassword)).toBe(true);
    const of = (name: string) => kept.find(({ username }) => username === name)?.memberships;
    expect(of('qingyuan')).toMatchObject([{ agencyName: '云溪县青原镇人民政府', role: 'drafter' }]);
    expect(of('reviewer')).toMatchObject([{ agencyName: '云溪县人民政府', role: 'reviewer' }]);
    expect(of('publisher')).toMatchObject([{ agencyName: '云溪县人民政府', role: 'publisher' }]);
  });

  it('has accounts whose names nobody else may take', async () => {
    const [{ username, name, password }] = accounts as [(typeof accounts)[number]];
    await expect(services.account.create({ username, name, password }, [])).rejects.toMatchObject({
      code: 'name_taken',
    });
  });
});
