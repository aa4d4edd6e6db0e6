import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRoundWorld, type RoundWorld } from '../../testing/round-world.ts';
import { failureOf, now } from '../../testing/world.ts';

describe.each(engines)('the board of a round on %s', (engine) => {
  let world: RoundWorld;

  beforeAll(async () => {
    world = await openRoundWorld(engine);
    for (const year of [2019, 2020, 2021]) await world.announce(year);
    await world.handIn(2021);
    await world.release(2021);
  });
  beforeEach(() => world.passTo(now.toISOString()));
  afterAll(() => world.close());

  test('shows each step with who and when', async () => {
    const at = '2021-01-20T06:00:00.000Z';
    world.passTo(at);
    await world.start(2020);
    expect(await world.lineOf(2020)).toMatchObject({ stage: 'draft', steps: { drafted: { by: '镇填报人' } } });
    await world.drafter.review.submit({ ...world.keyOf(2020), lockVersion: 1, note: '请审核' });
    expect(await world.lineOf(2020)).toMatchObject({
      stage: 'submitted',
      steps: { submitted: { at, by: '镇填报人', note: '请审核' } },
    });
    await world.reviewer.review.accept({ ...world.keyOf(2020), revision: 1 });
    const accepted = await world.lineOf(2020);
    expect(accepted).toMatchObject({ stage: 'accepted', steps: { accepted: { at, by: '县审核人' } } });
    expect(accepted.steps).not.toHaveProperty('returned');
    const { digest } = await world.drafter.review.revision(world.keyOf(2020));
    await world.publisher.publication.publish({ ...world.keyOf(2020), digest });
    expect(await world.lineOf(2020)).toMatchObject({
      ...{ stage: 'published', publishedOn: '2021-01-20', timing: 'onTime', daysLate: 0 },
      steps: { published: { by: '县公布人' } },
    });
    expect((await world.board(2020)).statistics).toEqual({
      ...{ due: 2, published: 1, onTime: 1, extended: 0, late: 0, overdue: 0, pending: 1, withdrawn: 0 },
    });
  });

  test('tells the public who has published and no more', async () => {
    const shown = await world.reader.round.get(world.round());
    expect(shown).toMatchObject({
      today: '2022-01-20',
      government: { publishedOn: null, timing: 'pending' },
      statistics: { due: 3, published: 1, onTime: 1, pending: 2 },
    });
    expect(shown.lines).toEqual([
      {
        agencyId: world.agencies.office,
        agencyName: '云溪县人民政府办公室',
        ...{ agencyKind: 'governmentOffice', kind: 'own', dueOn: '2022-01-31', extendedTo: null, publishedOn: null },
        ...{ withdrawn: false, timing: 'pending' },
      },
      expect.objectContaining({ agencyId: world.agencies.town, publishedOn: '2022-01-20', timing: 'onTime' }),
    ]);
    expect(JSON.stringify(shown)).not.toContain('填报人');
    expect(await failureOf(world.reader.round.get(world.round(2013)))).toMatchObject({ code: 'not_found' });
  });

  test('counts a withdrawn report by itself, and as published again once its correction is public', async () => {
    const year = 2019;
    world.passTo('2020-01-20T10:00:00+08:00');
    await world.handIn(year);
    world.passTo('2020-02-06T00:00:00+08:00');
    await world.release(year);
    const counts = async () => {
      const { statistics } = await world.board(year);
      // The public is told of the government's own line as well.
      expect((await world.reader.round.get(world.round(year))).statistics).toEqual({
        ...statistics,
        ...{ due: statistics.due + 1, pending: statistics.pending + 1 },
      });
      const { due, published, late, overdue, withdrawn } = statistics;
      return { missing: due - published - overdue - withdrawn, published, late, withdrawn };
    };
    const publicLine = async () =>
      (await world.reader.round.get(world.round(year))).lines.find(({ agencyId }) => agencyId === world.agencies.town);
    expect(await counts()).toEqual({ missing: 0, published: 1, late: 1, withdrawn: 0 });
    await world.publisher.publication.withdraw({ ...world.keyOf(year), reason: '数据有误' });
    const withdrawn = { missing: 0, published: 0, late: 0, withdrawn: 1 };
    expect(await counts()).toEqual(withdrawn);
    expect(await world.lineOf(year)).toMatchObject({ stage: 'withdrawn', timing: 'withdrawn', daysLate: 0 });
    expect(await publicLine()).toMatchObject({ withdrawn: true, timing: 'withdrawn', publishedOn: '2020-02-06' });
    // Work on its correction is no publication, and is told to nobody outside.
    await world.drafter.publication.correct({ ...world.keyOf(year), publicNote: '更正数据' });
    expect(await world.lineOf(year)).toMatchObject({ stage: 'draft', timing: 'withdrawn' });
    expect(await publicLine()).toMatchObject({ withdrawn: true, timing: 'withdrawn' });
    expect(await counts()).toEqual(withdrawn);
    await world.reviewer.round.setLock({ ...world.round(year), lock: 'open' });
    const report = world.reportOf(year, '更正后的一句。');
    await world.drafter.draft.save({ ...world.keyOf(year), lockVersion: 1, report });
    await world.drafter.review.submit({ ...world.keyOf(year), lockVersion: 2 });
    await world.release(year);
    expect(await publicLine()).toMatchObject({ withdrawn: false, timing: 'late' });
    expect(await counts()).toEqual({ missing: 0, published: 1, late: 1, withdrawn: 0 });
  });
});
