import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRoundScenario, type RoundScenario } from '../../testing/round-scenario.ts';
import { failureOf, now } from '../../testing/county-fixture.ts';

describe.each(engines)('the board of a round on %s', (engine) => {
  let fixture: RoundScenario;

  beforeAll(async () => {
    fixture = await openRoundScenario(engine);
    for (const year of [2019, 2020, 2021]) await fixture.announce(year);
    await fixture.submit(2021);
    await fixture.release(2021);
  });
  beforeEach(() => fixture.passTo(now.toISOString()));
  afterAll(() => fixture.close());

  test('shows each step with who and when', async () => {
    const at = '2021-01-20T06:00:00.000Z';
    fixture.passTo(at);
    await fixture.start(2020);
    expect(await fixture.lineOf(2020)).toMatchObject({ stage: 'draft', steps: { drafted: { by: '镇填报人' } } });
    await fixture.drafter.review.submit({ ...fixture.keyOf(2020), lockVersion: 1, note: '请审核' });
    expect(await fixture.lineOf(2020)).toMatchObject({
      stage: 'submitted',
      steps: { submitted: { at, by: '镇填报人', note: '请审核' } },
    });
    await fixture.reviewer.review.accept({ ...fixture.keyOf(2020), revision: 1 });
    const accepted = await fixture.lineOf(2020);
    expect(accepted).toMatchObject({ stage: 'accepted', steps: { accepted: { at, by: '县审核人' } } });
    expect(accepted.steps).not.toHaveProperty('returned');
    const { digest } = await fixture.drafter.review.revision(fixture.keyOf(2020));
    await fixture.publisher.publication.publish({ ...fixture.keyOf(2020), digest });
    expect(await fixture.lineOf(2020)).toMatchObject({
      ...{ stage: 'published', publishedOn: '2021-01-20', timing: 'onTime', daysLate: 0 },
      steps: { published: { by: '县公布人' } },
    });
    expect((await fixture.board(2020)).statistics).toEqual({
      ...{ due: 2, published: 1, onTime: 1, extended: 0, late: 0, overdue: 0, pending: 1, withdrawn: 0 },
    });
  });

  test('tells the public who has published and no more', async () => {
    const shown = await fixture.reader.round.get(fixture.round());
    expect(shown).toMatchObject({
      today: '2022-01-20',
      government: { publishedOn: null, timing: 'pending' },
      statistics: { due: 3, published: 1, onTime: 1, pending: 2 },
    });
    expect(shown.lines).toEqual([
      {
        agencyId: fixture.agencies.office,
        agencyName: '云溪县人民政府办公室',
        ...{ agencyKind: 'governmentOffice', kind: 'own', dueOn: '2022-01-31', extendedTo: null, publishedOn: null },
        ...{ withdrawn: false, timing: 'pending' },
      },
      expect.objectContaining({ agencyId: fixture.agencies.town, publishedOn: '2022-01-20', timing: 'onTime' }),
    ]);
    expect(JSON.stringify(shown)).not.toContain('填报人');
    expect(await failureOf(fixture.reader.round.get(fixture.round(2013)))).toMatchObject({ code: 'not_found' });
  });

  test('counts a withdrawn report by itself, and as published again once its correction is public', async () => {
    const year = 2019;
    fixture.passTo('2020-01-20T10:00:00+08:00');
    await fixture.submit(year);
    fixture.passTo('2020-02-06T00:00:00+08:00');
    await fixture.release(year);
    const counts = async () => {
      const { statistics } = await fixture.board(year);
      // The public statistics include the government's own row.
      expect((await fixture.reader.round.get(fixture.round(year))).statistics).toEqual({
        ...statistics,
        ...{ due: statistics.due + 1, pending: statistics.pending + 1 },
      });
      const { due, published, late, overdue, withdrawn } = statistics;
      return { missing: due - published - overdue - withdrawn, published, late, withdrawn };
    };
    const publicLine = async () =>
      (await fixture.reader.round.get(fixture.round(year))).lines.find(
        ({ agencyId }) => agencyId === fixture.agencies.town,
      );
    expect(await counts()).toEqual({ missing: 0, published: 1, late: 1, withdrawn: 0 });
    await fixture.publisher.publication.withdraw({ ...fixture.keyOf(year), reason: '数据有误' });
    const withdrawn = { missing: 0, published: 0, late: 0, withdrawn: 1 };
    expect(await counts()).toEqual(withdrawn);
    expect(await fixture.lineOf(year)).toMatchObject({ stage: 'withdrawn', timing: 'withdrawn', daysLate: 0 });
    expect(await publicLine()).toMatchObject({ withdrawn: true, timing: 'withdrawn', publishedOn: '2020-02-06' });
    // Work on its correction is not a publication and is not shown to the public.
    await fixture.drafter.publication.correct({ ...fixture.keyOf(year), publicNote: '更正数据' });
    expect(await fixture.lineOf(year)).toMatchObject({ stage: 'draft', timing: 'withdrawn' });
    expect(await publicLine()).toMatchObject({ withdrawn: true, timing: 'withdrawn' });
    expect(await counts()).toEqual(withdrawn);
    await fixture.reviewer.round.setLock({ ...fixture.round(year), lock: 'open' });
    const report = fixture.reportOf(year, '更正后的一句。');
    await fixture.drafter.draft.save({ ...fixture.keyOf(year), lockVersion: 1, report });
    await fixture.drafter.review.submit({ ...fixture.keyOf(year), lockVersion: 2 });
    await fixture.release(year);
    expect(await publicLine()).toMatchObject({ withdrawn: false, timing: 'late' });
    expect(await counts()).toEqual({ missing: 0, published: 1, late: 1, withdrawn: 0 });
  });
});
