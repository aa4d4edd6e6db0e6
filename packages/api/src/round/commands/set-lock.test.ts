import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRoundScenario, type RoundScenario } from '../../testing/round-scenario.ts';
import { failureOf, now } from '../../testing/county-fixture.ts';

describe.each(engines)('a round past its day on %s', (engine) => {
  let fixture: RoundScenario;

  beforeAll(async () => {
    fixture = await openRoundScenario(engine);
  });
  beforeEach(() => fixture.passTo(now.toISOString()));
  afterAll(() => fixture.close());

  test('refuses what comes after its day, and takes it with an extension', async () => {
    const year = 2020;
    await fixture.announce(year);
    fixture.passTo('2021-01-05T00:00:00+08:00');
    await fixture.reviewer.round.changeDue({ ...fixture.round(year), dueOwn: '2021-02-10' });
    fixture.passTo('2021-02-01T00:00:00+08:00');
    expect(await fixture.lineOf(year)).toMatchObject({ timing: 'pending', closed: false });
    const shorter = { ...fixture.round(year), dueOwn: '2021-01-31' };
    expect(await failureOf(fixture.reviewer.round.changeDue(shorter))).toMatchObject({
      code: 'due_passed',
      message: expect.stringContaining('2021年1月31日'),
    });
    await fixture.reviewer.round.changeDue({ ...shorter, confirmPassedDue: true });
    expect(await fixture.lineOf(year)).toMatchObject({ timing: 'overdue', daysLate: 1, closed: true });

    await fixture.start(year);
    const late = await failureOf(fixture.drafter.review.submit({ ...fixture.keyOf(year), lockVersion: 1 }));
    expect(late).toMatchObject({ code: 'round_closed', message: expect.stringContaining('2021年1月31日') });
    expect((await fixture.drafter.draft.get(fixture.keyOf(year))).lockVersion).toBe(1);

    const tooShort = { ...fixture.about(year), until: '2021-01-30', reason: '换届' };
    expect(await failureOf(fixture.reviewer.round.extend(tooShort))).toMatchObject({ code: 'invalid_input' });
    await fixture.reviewer.round.extend({ ...fixture.about(year), until: '2021-02-05', reason: '机构合并' });
    expect(await fixture.lineOf(year)).toMatchObject({
      ...{ lastDay: '2021-02-05', timing: 'pending', closed: false },
      extensions: [{ until: '2021-02-05', reason: '机构合并', by: '县审核人' }],
    });
    expect(await fixture.drafter.round.expected()).toEqual([
      expect.objectContaining({
        ...{ dueOn: '2021-01-31', lastDay: '2021-02-05', extendedFor: '机构合并', daysLeft: 4, closed: false },
        ...{ agencyId: fixture.agencies.town, year, stage: 'draft' },
      }),
    ]);
    fixture.passTo('2021-02-05T23:59:59+08:00');
    await fixture.drafter.review.submit({ ...fixture.keyOf(year), lockVersion: 1 });
    fixture.passTo('2021-02-06T00:00:00+08:00');
    await fixture.release(year);
    expect(await fixture.lineOf(year)).toMatchObject({ timing: 'late', daysLate: 1 });
    expect((await fixture.reader.round.get(fixture.round(year))).lines[1]).toMatchObject({
      extendedTo: '2021-02-05',
      timing: 'late',
    });
  });

  test('takes a returned report and a correction after its day, and no recalled one', async () => {
    const year = 2019;
    fixture.passTo('2020-01-20T10:00:00+08:00');
    await fixture.reviewer.round.announce(fixture.round(year));
    await fixture.submit(year);
    fixture.passTo('2020-02-03T10:00:00+08:00');
    const closed = async () => (await fixture.drafter.round.expected()).map(({ closed, stage }) => [stage, closed]);
    expect(await closed()).toEqual([['submitted', true]]);
    await fixture.reviewer.review.return({ ...fixture.keyOf(year), revision: 1, reasons: ['figures'] });
    expect(await closed()).toEqual([['returned', false]]);
    await fixture.drafter.review.submit({ ...fixture.keyOf(year), lockVersion: 1 });
    await fixture.drafter.review.recall(fixture.keyOf(year));
    expect(await failureOf(fixture.drafter.review.submit({ ...fixture.keyOf(year), lockVersion: 1 }))).toMatchObject({
      code: 'round_closed',
    });
    await fixture.reviewer.round.setLock({ ...fixture.round(year), lock: 'open' });
    await fixture.drafter.review.submit({ ...fixture.keyOf(year), lockVersion: 1 });
    await fixture.reviewer.round.setLock({ ...fixture.round(year), lock: 'locked' });
    await fixture.release(year);
    await fixture.drafter.publication.correct({ ...fixture.keyOf(year), publicNote: '更正一处文字' });
    const report = fixture.reportOf(year, '更正后的一句。');
    await fixture.drafter.draft.save({ ...fixture.keyOf(year), lockVersion: 1, report });
    expect(await fixture.drafter.review.submit({ ...fixture.keyOf(year), lockVersion: 2 })).toMatchObject({
      revision: 4,
    });
  });
});
