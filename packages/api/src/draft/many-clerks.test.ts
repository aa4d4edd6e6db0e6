import { engines } from '@gongkai/db/testing';
import { valueAt, withValue, formOf } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller, type Caller } from '../router.ts';
import { openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

const clerks = 50;
const saves = 6;

describe.each(engines)('fifty clerks on %s', (engine) => {
  let fixture: CountyFixture;
  let caller: Caller;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    caller = createCaller(await fixture.signIn('填报人', { agencyId: fixture.agencies.county, role: 'drafter' }));
  });
  afterAll(() => fixture.close());

  test('save concurrently and repeatedly, and no save is lost', { timeout: 120_000 }, async () => {
    const keys = await Promise.all(
      Array.from({ length: clerks }, async (_, number) => {
        const agencyId = await fixture.services.agency.create({
          ...{ name: `云溪县第${number}镇人民政府`, kind: 'town', level: 'township', validFrom: '2010-01-01' },
          parentId: fixture.agencies.county,
        });
        return { agencyId, year: 2021, kind: 'own' as const };
      }),
    );
    const last = await Promise.all(
      keys.map(async (key, clerk) => {
        const report = sampleReport(key);
        let { lockVersion } = await caller.draft.start({ ...key, report });
        for (let save = 1; save <= saves; save++) {
          const changed = withValue(formOf(report.form), report, '三.一.自然人', clerk * 100 + save);
          ({ lockVersion } = await caller.draft.save({ ...key, lockVersion, report: changed }));
        }
        return lockVersion;
      }),
    );
    expect(new Set(last)).toEqual(new Set([saves + 1]));
    for (const [clerk, key] of keys.entries()) {
      const { report } = await caller.draft.get(key);
      expect(valueAt(formOf(report.form), report, 'requests.received.naturalPersons')).toBe(clerk * 100 + saves);
    }
    const { rows } = await fixture.database.pool.query(`select count(*) from audit_entry where action = 'draft.save'`);
    expect(rows).toEqual([{ count: String(clerks * saves) }]);
  });
});
