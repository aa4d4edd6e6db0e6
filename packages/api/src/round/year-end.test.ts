import { dissolveAgency } from '@gongkai/db/agency';
import { listAuditEntries } from '@gongkai/db/audit';
import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installation } from '../common/actor.ts';
import type { ReportKey } from '../common/schemas.ts';
import { createRest } from '../rest/create-rest.ts';
import { createCaller } from '../router.ts';
import { openRoundScenario, type RoundScenario } from '../testing/round-scenario.ts';
import { failureOf, sampleReport } from '../testing/county-fixture.ts';
import { isYearOver } from './year-end.ts';

test.each([
  ['2021-12-31T15:59:59Z', false],
  ['2021-12-31T16:00:00Z', true],
])('at %s the year 2021 is over in Shanghai: %s', (moment, over) => {
  expect(isYearOver(2021, new Date(moment))).toBe(over);
});

describe.each(engines)('a report of a year that is not over, on %s', (engine) => {
  let fixture: RoundScenario;
  /** The last second of the year in Shanghai. */
  const lastSecond = '2021-12-31T15:59:59Z';
  const key = (agencyId: string, year = 2021): ReportKey => ({ agencyId, year, kind: 'own' });

  beforeAll(async () => {
    fixture = await openRoundScenario(engine);
    fixture.passTo('2021-11-30T02:00:00Z');
    await fixture.reviewer.round.announce(fixture.round());
  });
  afterAll(() => fixture.close());

  const refusal = { code: 'year_not_over', message: expect.stringContaining('2022年1月1日起才能提交') };

  test('is refused in every way of submission, and the draft stays', async () => {
    const { town } = fixture.agencies;
    fixture.passTo(lastSecond);
    await fixture.start(2021);
    expect(await failureOf(fixture.drafter.review.submit({ ...key(town), lockVersion: 1 }))).toMatchObject(refusal);

    const archived = { ...key(town), report: fixture.reportOf(2021), publishedOn: '2021-12-30' };
    expect(await failureOf(fixture.services.publication.archiveAll(installation, [archived]))).toMatchObject(refusal);
    const publishArchived = { ...key(town), lockVersion: 1, publishedOn: '2021-12-30' };
    expect(await failureOf(fixture.publisher.publication.publishArchived(publishArchived))).toMatchObject(refusal);
    expect((await fixture.drafter.draft.get(key(town))).lockVersion).toBe(1);
    await fixture.drafter.draft.discard({ ...key(town), lockVersion: 1 });

    const drafter = await fixture.signIn('接口填报人', { agencyId: town, role: 'drafter' });
    const { token } = await fixture.services.token.create(drafter.user!, { agencyId: town, name: '办公系统', days: 9 });
    const send = (query: string, year = 2021) =>
      createRest(fixture.services).request(`/submissions${query}`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          'idempotency-key': `report-of-${year}`,
        },
        body: JSON.stringify(fixture.reportOf(year)),
      });
    const sent = await send('');
    expect([sent.status, await sent.json()]).toEqual([403, refusal]);
    expect(await (await send('?dryRun=true')).json()).toMatchObject({ accepted: false, problem: refusal });
    // A report of a year that has not begun is refused too.
    expect(await (await send('?dryRun=true', 2022)).json()).toMatchObject({ problem: { code: 'year_not_over' } });
  });

  test('added up from reports below, is refused too', async () => {
    const { county } = fixture.agencies;
    fixture.passTo(lastSecond);
    const clerk = createCaller(await fixture.signIn('县填报人', { agencyId: county, role: 'drafter' }));
    const consolidated: ReportKey = { agencyId: county, year: 2021, kind: 'consolidated' };
    await clerk.draft.start({ ...consolidated, report: sampleReport(consolidated, undefined, '云溪县人民政府') });
    expect(await failureOf(clerk.review.submit({ ...consolidated, lockVersion: 1 }))).toMatchObject(refusal);
  });

  test('says so before it is submitted: on the board and in what a drafter is expected to do', async () => {
    fixture.passTo(lastSecond);
    expect(await fixture.lineOf()).toMatchObject({ yearNotOver: true, closed: false });
    expect(await fixture.drafter.round.expected()).toMatchObject([{ year: 2021, opensOn: '2022-01-01' }]);
    fixture.passTo('2021-12-31T16:00:00Z');
    expect(await fixture.lineOf()).toMatchObject({ yearNotOver: false });
    expect(await fixture.drafter.round.expected()).toMatchObject([{ year: 2021, opensOn: null }]);
  });

  test('goes through once the office allowed it to the body, with a reason that stands in the audit trail', async () => {
    const { town, office } = fixture.agencies;
    fixture.passTo(lastSecond);
    const allow = { ...fixture.about(), reason: '机构改革，年内撤销' };
    expect(await failureOf(fixture.reviewer.round.allowEarlySubmission({ ...allow, reason: '' }))).toMatchObject({
      code: 'invalid_input',
    });
    await fixture.reviewer.round.allowEarlySubmission(allow);
    expect(await failureOf(fixture.reviewer.round.allowEarlySubmission(allow))).toMatchObject({
      code: 'invalid_input',
    });
    expect(await fixture.lineOf()).toMatchObject({
      yearNotOver: false,
      earlySubmission: { reason: allow.reason, by: '县审核人' },
    });
    const lines = await listAuditEntries(fixture.database.db, { action: 'round.allowEarlySubmission' }, 10);
    expect(lines.filter(({ outcome }) => outcome === 'ok')).toMatchObject([
      { year: 2021, note: allow.reason, after: expect.stringContaining(town) },
    ]);

    await fixture.start(2021);
    fixture.passTo('2021-12-20T02:00:00Z');
    const tooSoon = await failureOf(fixture.drafter.review.submit({ ...key(town), lockVersion: 1 }));
    expect(tooSoon).toMatchObject({ code: 'unexplained_findings', details: { findings: [{ rule: 'R79' }] } });
    fixture.passTo(lastSecond);
    expect(await fixture.drafter.review.submit({ ...key(town), lockVersion: 1 })).toMatchObject({ revision: 1 });
    // The permission of one body does not extend to another.
    const clerk = createCaller(await fixture.signIn('办公室填报人', { agencyId: office, role: 'drafter' }));
    await clerk.draft.start({ ...key(office), report: sampleReport(key(office), undefined, '云溪县人民政府办公室') });
    expect(await failureOf(clerk.review.submit({ ...key(office), lockVersion: 1 }))).toMatchObject(refusal);
  });

  test('of a body dissolved during the year, which the office takes into the round', async () => {
    const { db } = fixture.database;
    const bodyId = await fixture.services.agency.create({
      ...{ name: '云溪县粮食局', kind: 'department', level: 'county', parentId: fixture.agencies.county },
      validFrom: '2010-01-01',
    });
    await dissolveAgency(db, bodyId, '2021-06-30');
    fixture.passTo('2021-12-01T02:00:00Z');
    expect((await fixture.board()).unknown).toEqual([
      { agencyId: bodyId, agencyName: '云溪县粮食局', dissolvedOn: '2021-06-30' },
    ]);
    const about = { ...fixture.round(), bodyId };
    const allow = { ...about, reason: '年内撤销' };
    expect(await failureOf(fixture.reviewer.round.allowEarlySubmission(allow))).toMatchObject({
      code: 'invalid_input',
    });
    await fixture.reviewer.round.include(about);
    await fixture.reviewer.round.allowEarlySubmission(allow);
    const clerk = createCaller(await fixture.signIn('粮食局填报人', { agencyId: bodyId, role: 'drafter' }));
    const report = {
      ...sampleReport(key(bodyId), undefined, '云溪县粮食局'),
      period: { from: '2021-01-01', to: '2021-06-30' },
      explanations: [{ rule: 'R3', cells: {}, text: '本机关于2021年6月30日撤销，统计至撤销之日。' }],
    };
    await clerk.draft.start({ ...key(bodyId), report });
    expect(await clerk.review.submit({ ...key(bodyId), lockVersion: 1 })).toMatchObject({ revision: 1 });
  });
});
