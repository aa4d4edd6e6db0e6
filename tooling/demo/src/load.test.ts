import { createServices, type Services } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { engines, testDatabase } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from './accounts.ts';
import { agencies } from './county.ts';
import { loadDemonstration } from './load.ts';
import { demoReports } from './reports.ts';

describe.each(engines)('the demonstration on %s', (engine) => {
  let database: OpenDatabase;
  let services: Services;
  beforeAll(async () => {
    database = await testDatabase(engine);
    services = createServices({ db: database.db, clock: () => new Date() });
    await loadDemonstration(database.db, services);
  }, 240_000);
  afterAll(() => database.close());

  it('is published whole, under the ids that were written down', async () => {
    const list = await services.agency.list();
    expect(list.map(({ id }) => id).toSorted()).toEqual(agencies.map(({ id }) => id).toSorted());
    expect(list.reduce((sum, { reportCount }) => sum + reportCount, 0)).toBe(demoReports().length);
  });

  it('shows an agency by its name of today, with the one that it had', async () => {
    const renamed = agencies.find(({ formerName }) => formerName)!;
    const { agency } = await services.agency.page(renamed.id);
    expect(agency.name).toBe(renamed.name);
    expect(agency.formerNames).toEqual([renamed.formerName]);
  });

  it('shows the blanks of the sample report as a finding', async () => {
    const { id } = agencies.find(({ name }) => name.includes('青原镇'))!;
    const { findings } = await services.report.get({ agencyId: id, year: 2020, kind: 'own' });
    expect(findings.find(({ rule }) => rule === 'R10')).toMatchObject({ severity: 'block', params: { count: 5 } });
  });

  it('has accounts whose names nobody else may take', async () => {
    const [{ username, name, password }] = accounts as [(typeof accounts)[number]];
    await expect(services.account.create({ username, name, password }, [])).rejects.toMatchObject({
      code: 'name_taken',
    });
  });
});
