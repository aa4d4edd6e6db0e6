import { listAuditEntries } from '@gongkai/db/audit';
import { engines } from '@gongkai/db/testing';
import { formOfYear } from '@gongkai/schema';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installation } from '../../common/actor.ts';
import { createCaller } from '../../router.ts';
import { openRoundScenario, type RoundScenario } from '../../testing/round-scenario.ts';
import { failureOf, now } from '../../testing/county-fixture.ts';

describe.each(engines)('a round announced on %s', (engine) => {
  let fixture: RoundScenario;

  beforeAll(async () => {
    fixture = await openRoundScenario(engine);
    for (const year of [2019, 2020, 2021]) await fixture.announce(year, { note: '请各单位按时报送' });
  });
  beforeEach(() => fixture.passTo(now.toISOString()));
  afterAll(() => fixture.close());

  test('is announced with the days of the law; vertically led bodies are left out with the reason', async () => {
    const board = await fixture.board();
    expect(board).toMatchObject({
      round: {
        ...fixture.round(),
        agencyName: '云溪县人民政府',
        form: formOfYear(2021)!.id,
        dueOwn: '2022-01-31',
        dueConsolidated: '2022-03-31',
        lock: 'afterDue',
        note: '请各单位按时报送',
        announcedBy: '县审核人',
      },
      today: '2022-01-20',
      excluded: [{ agencyId: fixture.taxes, reason: expect.stringContaining('垂直管理') }],
      government: { kind: 'consolidated', dueOn: '2022-03-31', stage: 'none' },
      statistics: { due: 2, published: 0, pending: 2 },
    });
    expect(board.lines.map(({ agencyName, stage, closed }) => [agencyName, stage, closed])).toEqual([
      ['云溪县人民政府办公室', 'none', false],
      ['云溪县青原镇人民政府', 'none', false],
    ]);
    const lines = await listAuditEntries(fixture.database.db, { action: 'round.announce' }, 100);
    expect(lines.filter(({ year, outcome }) => year === 2021 && outcome === 'ok')).toMatchObject([
      { action: 'round.announce', note: '请各单位按时报送' },
    ]);
  });

  test.each([
    ['twice', {}, 'round_exists'],
    ['for a year to come', { year: 2023 }, 'invalid_input'],
    ['for a year without a form', { year: 2012 }, 'no_form'],
    ['to end before its year does', { year: 2020, dueOwn: '2020-12-31' }, 'invalid_input'],
  ])('is not announced %s', async (_name, change, code) => {
    const before = await fixture.reader.round.list();
    expect(await failureOf(fixture.reviewer.round.announce({ ...fixture.round(), ...change }))).toMatchObject({ code });
    expect(await fixture.reader.round.list()).toEqual(before);
  });

  test('past its last day is announced once that is confirmed, and does not close by itself', async () => {
    const { parentId } = await fixture.services.agency.get(fixture.agencies.otherTown);
    const round = { agencyId: parentId!, year: 2020 };
    const announce = (more: { readonly confirmPassedDue?: boolean }) =>
      fixture.services.round.announce(installation, { ...round, lock: 'afterDue', ...more });
    expect(await failureOf(announce({}))).toMatchObject({
      code: 'due_passed',
      message: expect.stringContaining('2021年1月31日、2021年3月31日'),
    });
    await announce({ confirmPassedDue: true });
    const { round: announced, lines } = await fixture.services.round.board(round);
    expect(announced.lock).toBe('open');
    expect(lines).toMatchObject([{ timing: 'overdue', closed: false }]);
  });

  test('is announced by a government alone', async () => {
    const { town: agencyId } = fixture.agencies;
    const townReviewer = createCaller(await fixture.signIn('镇审核人', { agencyId, role: 'reviewer' }));
    expect(await failureOf(townReviewer.round.announce({ agencyId, year: 2021 }))).toMatchObject({
      code: 'wrong_kind',
    });
  });

  test('changes its days freely until something was submitted, then with a reason', async () => {
    fixture.passTo('2020-01-20T10:00:00+08:00');
    await fixture.reviewer.round.changeDue({ ...fixture.round(2019), dueOwn: '2020-02-05' });
    await fixture.submit(2019);
    const change = { ...fixture.round(2019), dueOwn: '2020-02-10' };
    expect(await failureOf(fixture.reviewer.round.changeDue(change))).toMatchObject({ code: 'invalid_input' });
    await fixture.reviewer.round.changeDue({ ...change, reason: '疫情防控' });
    expect((await fixture.board(2019)).round.dueOwn).toBe('2020-02-10');
    const [line] = await listAuditEntries(fixture.database.db, { action: 'round.changeDue' }, 1);
    expect(line).toMatchObject({ note: '疫情防控', before: expect.stringContaining('2020-02-05') });
  });

  test('leaves a body out with a reason that the public reads, and takes it in again', async () => {
    fixture.passTo('2021-01-20T10:00:00+08:00');
    await fixture.submit(2020);
    await fixture.reviewer.round.exclude({ ...fixture.about(2020), reason: '年内撤并' });
    expect((await fixture.reader.round.get(fixture.round(2020))).excluded).toContainEqual({
      agencyId: fixture.agencies.town,
      agencyName: '云溪县青原镇人民政府',
      reason: '年内撤并',
    });
    const extension = { ...fixture.about(2020), until: '2022-02-01', reason: '？' };
    expect(await failureOf(fixture.reviewer.round.extend(extension))).toMatchObject({ code: 'invalid_input' });
    await fixture.reviewer.round.include(fixture.about(2020));
    expect(await fixture.lineOf(2020)).toMatchObject({ stage: 'submitted' });
    const stranger = { ...fixture.about(2020), bodyId: fixture.agencies.otherTown };
    expect(await failureOf(fixture.reviewer.round.include(stranger))).toMatchObject({ code: 'invalid_input' });
  });

  test('names bodies that it does not know of, to be taken in', async () => {
    const added = await fixture.services.agency.create({
      name: '云溪县数据局',
      ...{ kind: 'department', level: 'county', parentId: fixture.agencies.county, validFrom: '2019-06-01' },
    });
    expect((await fixture.board(2019)).unknown).toEqual([{ agencyId: added, agencyName: '云溪县数据局' }]);
    await fixture.reviewer.round.include({ ...fixture.round(2019), bodyId: added });
    expect((await fixture.board(2019)).unknown).toEqual([]);
  });
});
