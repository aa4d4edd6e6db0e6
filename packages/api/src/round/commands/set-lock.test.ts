import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRoundWorld, type RoundWorld } from '../../testing/round-world.ts';
import { failureOf, now } from '../../testing/world.ts';

describe.each(engines)('a round past its day on %s', (engine) => {
  let world: RoundWorld;

  beforeAll(async () => {
    world = await openRoundWorld(engine);
  });
  beforeEach(() => world.passTo(now.toISOString()));
  afterAll(() => world.close());

  test('refuses what comes after its day, and takes it with an extension', async () => {
    const year = 2020;
    await world.announce(year);
    world.passTo('2021-01-05T00:00:00+08:00');
    await world.reviewer.round.changeDue({ ...world.round(year), dueOwn: '2021-02-10' });
    world.passTo('2021-02-01T00:00:00+08:00');
    expect(await world.lineOf(year)).toMatchObject({ timing: 'pending', closed: false });
    const shorter = { ...world.round(year), dueOwn: '2021-01-31' };
    expect(await failureOf(world.reviewer.round.changeDue(shorter))).toMatchObject({
      code: 'due_passed',
      message: expect.stringContaining('2021年1月31日'),
    });
    await world.reviewer.round.changeDue({ ...shorter, confirmPassedDue: true });
    expect(await world.lineOf(year)).toMatchObject({ timing: 'overdue', daysLate: 1, closed: true });

    await world.start(year);
    const late = await failureOf(world.drafter.review.submit({ ...world.keyOf(year), lockVersion: 1 }));
    expect(late).toMatchObject({ code: 'round_closed', message: expect.stringContaining('2021年1月31日') });
    expect((await world.drafter.draft.get(world.keyOf(year))).lockVersion).toBe(1);

    const tooShort = { ...world.about(year), until: '2021-01-30', reason: '换届' };
    expect(await failureOf(world.reviewer.round.extend(tooShort))).toMatchObject({ code: 'invalid_input' });
    await world.reviewer.round.extend({ ...world.about(year), until: '2021-02-05', reason: '机构合并' });
    expect(await world.lineOf(year)).toMatchObject({
      ...{ lastDay: '2021-02-05', timing: 'pending', closed: false },
      extensions: [{ until: '2021-02-05', reason: '机构合并', by: '县审核人' }],
    });
    expect(await world.drafter.round.expected()).toEqual([
      expect.objectContaining({
        ...{ dueOn: '2021-01-31', lastDay: '2021-02-05', extendedFor: '机构合并', daysLeft: 4, closed: false },
        ...{ agencyId: world.agencies.town, year, stage: 'draft' },
      }),
    ]);
    world.passTo('2021-02-05T23:59:59+08:00');
    await world.drafter.review.submit({ ...world.keyOf(year), lockVersion: 1 });
    world.passTo('2021-02-06T00:00:00+08:00');
    await world.release(year);
    expect(await world.lineOf(year)).toMatchObject({ timing: 'late', daysLate: 1 });
    expect((await world.reader.round.get(world.round(year))).lines[1]).toMatchObject({
      extendedTo: '2021-02-05',
      timing: 'late',
    });
  });

  test('takes a returned report and a correction after its day, and no recalled one', async () => {
    const year = 2019;
    world.passTo('2020-01-20T10:00:00+08:00');
    await world.reviewer.round.announce(world.round(year));
    await world.handIn(year);
    world.passTo('2020-02-03T10:00:00+08:00');
    const closed = async () => (await world.drafter.round.expected()).map(({ closed, stage }) => [stage, closed]);
    expect(await closed()).toEqual([['submitted', true]]);
    await world.reviewer.review.return({ ...world.keyOf(year), revision: 1, reasons: ['figures'] });
    expect(await closed()).toEqual([['returned', false]]);
    await world.drafter.review.submit({ ...world.keyOf(year), lockVersion: 1 });
    await world.drafter.review.recall(world.keyOf(year));
    expect(await failureOf(world.drafter.review.submit({ ...world.keyOf(year), lockVersion: 1 }))).toMatchObject({
      code: 'round_closed',
    });
    await world.reviewer.round.setLock({ ...world.round(year), lock: 'open' });
    await world.drafter.review.submit({ ...world.keyOf(year), lockVersion: 1 });
    await world.reviewer.round.setLock({ ...world.round(year), lock: 'locked' });
    await world.release(year);
    await world.drafter.publication.correct({ ...world.keyOf(year), publicNote: '更正一处文字' });
    const report = world.reportOf(year, '更正后的一句。');
    await world.drafter.draft.save({ ...world.keyOf(year), lockVersion: 1, report });
    expect(await world.drafter.review.submit({ ...world.keyOf(year), lockVersion: 2 })).toMatchObject({ revision: 4 });
  });
});
