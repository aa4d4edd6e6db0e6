import { engines } from '@gongkai/db/testing';
import { explain, formOf, withValue, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportKey } from '../common/schemas.ts';
import { createCaller, type Caller } from '../router.ts';
import { failureOf, openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

const edited = '二.行政处罚.本年处理决定数量';

describe.each(engines)('what fails in a draft on %s', (engine) => {
  let fixture: CountyFixture;
  let clerk: Caller;
  let key: ReportKey;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    const { county: agencyId, office } = fixture.agencies;
    key = { agencyId, year: 2021, kind: 'consolidated' };
    clerk = createCaller(await fixture.signIn('县填报人', { agencyId, role: 'drafter' }));
    const own = { agencyId: office, year: 2021, kind: 'own' as const };
    await fixture.publish(own, sampleReport(own));
    await clerk.rollup.generate({ agencyId, year: 2021 });
    const { report } = await clerk.draft.get(key);
    await save({ ...report, sections: sampleReport(key).sections }, 1);
  });
  afterAll(() => fixture.close());

  const found = async () => {
    const { lockVersion, findings } = await clerk.draft.findings(key);
    return { lockVersion, rules: findings.map(({ rule }) => rule) };
  };
  const save = (report: Report, lockVersion: number) => clerk.draft.save({ ...key, lockVersion, report });

  test('is told beside the number of the save that it was found in, as with the draft itself', async () => {
    const { lockVersion, findings } = await clerk.draft.get(key);
    expect(await clerk.draft.findings(key)).toEqual({ lockVersion, findings });
    expect(await found()).toMatchObject({ lockVersion: 2, rules: ['R70'] });
  });

  test('changes with what is known beside the draft, which stays as it was saved', async () => {
    const reasons = [{ bodyId: fixture.agencies.town, reason: '档案受灾，延期报送' }];
    await clerk.rollup.giveReasons({ agencyId: key.agencyId, year: 2021, reasons });
    expect(await found()).toEqual({ lockVersion: 2, rules: [] });
  });

  test('names a sum changed by hand; submission asks for the same finding, and goes on once it is explained', async () => {
    const { report } = await clerk.draft.get(key);
    const changed = withValue(formOf(report.form), report, edited, 9);
    await save(changed, 2);
    const { lockVersion, findings } = await clerk.draft.findings(key);
    expect(lockVersion).toBe(3);
    expect(findings).toMatchObject([{ rule: 'R69', severity: 'explain', expected: 0, actual: 9 }]);
    expect(await failureOf(clerk.review.submit({ ...key, lockVersion }))).toMatchObject({
      code: 'unexplained_findings',
      details: { findings },
    });
    const explanations = [explain(changed, findings[0]!, '县本级另有九件。')];
    await save({ ...changed, explanations }, lockVersion);
    expect(await clerk.review.submit({ ...key, lockVersion: 4 })).toMatchObject({ revision: 1 });
  });

  test('is told of no draft that is not there', async () => {
    expect(await failureOf(clerk.draft.findings(key))).toMatchObject({ code: 'not_found' });
  });
});
