import { createAgency, listAuditEntries, putAgencyContact } from '@gongkai/db';
import { engines } from '@gongkai/db/testing';
import { formOfYear } from '@gongkai/schema';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../common/dependencies.ts';
import type { ReportKey } from '../common/schemas.ts';
import { createPublicContext } from '../context.ts';
import { createCaller, type Caller } from '../router.ts';
import { createServices, type Services } from '../services.ts';
import { failureOf, now, openWorld, sampleReport, type World } from '../testing/world.ts';

const nobody = { office: null, address: null, postcode: null, phone: null, fax: null, email: null, website: null };

describe.each(engines)('a round on %s', (engine) => {
  let world: World;
  let office: Caller;
  let drafter: Caller;
  let publisher: Caller;
  let reader: Caller;
  let taxes: string;

  beforeAll(async () => {
    world = await openWorld(engine);
    const { county: agencyId, town } = world.agencies;
    taxes = await createAgency(world.database.db, {
      name: '国家税务总局云溪县税务局',
      ...{ kind: 'verticallyLed', level: 'county', parentId: agencyId, validFrom: '2018-07-20' },
    });
    office = createCaller(await world.signIn('县审核人', { agencyId, role: 'reviewer' }));
    publisher = createCaller(await world.signIn('县公布人', { agencyId, role: 'publisher' }));
    drafter = createCaller(await world.signIn('镇填报人', { agencyId: town, role: 'drafter' }));
    reader = createCaller(createPublicContext(world.services));
  });
  beforeEach(() => world.passTo(now.toISOString()));
  afterAll(() => world.close());

  const round = (year = 2021) => ({ agencyId: world.agencies.county, year });
  const town = (year = 2021): ReportKey => ({ agencyId: world.agencies.town, year, kind: 'own' });
  const about = (year = 2021) => ({ ...round(year), bodyId: world.agencies.town });
  const lineOf = async (year = 2021) =>
    (await office.round.board(round(year))).lines.find(({ agencyId }) => agencyId === world.agencies.town)!;
  const handIn = async (year: number) => {
    await drafter.draft.start({ ...town(year), report: sampleReport(town(year)) });
    return drafter.review.submit({ ...town(year), lockVersion: 1 });
  };

  test('is announced with the days of the law; vertically led bodies are left out with the reason', async () => {
    await office.round.announce({ ...round(), note: '请各单位按时报送' });
    const board = await office.round.board(round());
    expect(board).toMatchObject({
      round: {
        ...round(),
        agencyName: '云溪县人民政府',
        form: formOfYear(2021)!.id,
        dueOwn: '2022-01-31',
        dueConsolidated: '2022-03-31',
        lock: 'afterDue',
        note: '请各单位按时报送',
        announcedBy: '县审核人',
      },
      today: '2022-01-20',
      excluded: [{ agencyId: taxes, reason: expect.stringContaining('垂直管理') }],
      government: { kind: 'consolidated', dueOn: '2022-03-31', stage: 'none' },
      statistics: { due: 2, published: 0, pending: 2 },
    });
    expect(board.lines.map(({ agencyName, stage, closed }) => [agencyName, stage, closed])).toEqual([
      ['云溪县人民政府办公室', 'none', false],
      ['云溪县青原镇人民政府', 'none', false],
    ]);
    const [line] = await listAuditEntries(world.database.db, { action: 'round.announce' }, 1);
    expect(line).toMatchObject({ action: 'round.announce', outcome: 'ok', note: '请各单位按时报送' });
  });

  test.each([
    ['twice', {}, 'round_exists'],
    ['for a year to come', { year: 2023 }, 'invalid_input'],
    ['for a year without a form', { year: 2012 }, 'no_form'],
    ['to end before its year does', { year: 2020, dueOwn: '2020-12-31' }, 'invalid_input'],
  ])('is not announced %s', async (_name, change, code) => {
    const before = await reader.round.list();
    expect(await failureOf(office.round.announce({ ...round(), ...change }))).toMatchObject({ code });
    expect(await reader.round.list()).toEqual(before);
  });

  test('is announced by a government alone', async () => {
    const { town: agencyId } = world.agencies;
    const townReviewer = createCaller(await world.signIn('镇审核人', { agencyId, role: 'reviewer' }));
    expect(await failureOf(townReviewer.round.announce({ agencyId, year: 2021 }))).toMatchObject({
      code: 'wrong_kind',
    });
  });

  test('shows each step with who and when', async () => {
    await drafter.draft.start({ ...town(), report: sampleReport(town()) });
    expect(await lineOf()).toMatchObject({ stage: 'draft', steps: { drafted: { by: '镇填报人' } } });
    await drafter.review.submit({ ...town(), lockVersion: 1, note: '请审核' });
    const at = now.toISOString();
    expect(await lineOf()).toMatchObject({
      stage: 'submitted',
      steps: { submitted: { at, by: '镇填报人', note: '请审核' } },
    });
    await office.review.accept({ ...town(), revision: 1 });
    const accepted = await lineOf();
    expect(accepted).toMatchObject({ stage: 'accepted', steps: { accepted: { at, by: '县审核人' } } });
    expect(accepted.steps).not.toHaveProperty('returned');
    const { digest } = await drafter.review.revision(town());
    await publisher.publication.publish({ ...town(), digest });
    expect(await lineOf()).toMatchObject({
      ...{ stage: 'published', publishedOn: '2022-01-20', timing: 'onTime', daysLate: 0 },
      steps: { published: { by: '县公布人' } },
    });
    expect((await office.round.board(round())).statistics).toEqual({
      ...{ due: 2, published: 1, onTime: 1, extended: 0, late: 0, overdue: 0, pending: 1, withdrawn: 0 },
    });
  });

  test('tells the public who has published and no more', async () => {
    const shown = await reader.round.get(round());
    expect(shown).toMatchObject({
      today: '2022-01-20',
      government: { publishedOn: null, timing: 'pending' },
      statistics: { due: 2, published: 1, onTime: 1 },
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
    expect(await failureOf(reader.round.get(round(2013)))).toMatchObject({ code: 'not_found' });
  });

  test('tells drafters what is due of theirs, by when, and with how much time left', async () => {
    const agencyId = world.agencies.county;
    const all = createCaller(await world.signIn('县填报人', { agencyId, role: 'drafter' }));
    const seen = async () =>
      (await all.round.expected()).map(({ agencyName, lastDay, daysLeft }) => [agencyName, lastDay, daysLeft]);
    // The town's is public, the tax office's not collected.
    expect(await seen()).toEqual([
      ['云溪县人民政府办公室', '2022-01-31', 11],
      ['云溪县人民政府', '2022-03-31', 70],
    ]);
    expect(await drafter.round.expected()).toEqual([]);
    world.passTo('2022-02-02T10:00:00+08:00');
    const [late] = await all.round.expected();
    expect(late).toEqual({
      ...{ agencyId: world.agencies.office, agencyName: '云溪县人民政府办公室', year: 2021, kind: 'own' },
      ...{ collectedBy: '云溪县人民政府', dueOn: '2022-01-31', lastDay: '2022-01-31' },
      ...{ daysLeft: -2, stage: 'none', closed: true },
    });
  });

  test('refuses what comes after its day, and takes it with an extension', async () => {
    await office.round.announce(round(2020));
    const year = 2020;
    await office.round.changeDue({ ...round(year), dueOwn: '2021-02-10' });
    world.passTo('2021-02-01T00:00:00+08:00');
    expect(await lineOf(year)).toMatchObject({ timing: 'pending', closed: false });
    await office.round.changeDue({ ...round(year), dueOwn: '2021-01-31' });
    expect(await lineOf(year)).toMatchObject({ timing: 'overdue', daysLate: 1, closed: true });

    await drafter.draft.start({ ...town(year), report: sampleReport(town(year)) });
    const late = await failureOf(drafter.review.submit({ ...town(year), lockVersion: 1 }));
    expect(late).toMatchObject({ code: 'round_closed', message: expect.stringContaining('2021年1月31日') });
    expect((await drafter.draft.get(town(year))).lockVersion).toBe(1);

    expect(await failureOf(office.round.extend({ ...about(year), until: '2021-01-30', reason: '换届' }))).toMatchObject(
      {
        code: 'invalid_input',
      },
    );
    await office.round.extend({ ...about(year), until: '2021-02-05', reason: '机构合并' });
    expect(await lineOf(year)).toMatchObject({
      ...{ lastDay: '2021-02-05', timing: 'pending', closed: false },
      extensions: [{ until: '2021-02-05', reason: '机构合并', by: '县审核人' }],
    });
    expect(await drafter.round.expected()).toEqual([
      expect.objectContaining({
        ...{ dueOn: '2021-01-31', lastDay: '2021-02-05', extendedFor: '机构合并', daysLeft: 4, closed: false },
        ...{ agencyId: world.agencies.town, year, stage: 'draft' },
      }),
    ]);
    world.passTo('2021-02-05T23:59:59+08:00');
    await drafter.review.submit({ ...town(year), lockVersion: 1 });
    world.passTo('2021-02-06T00:00:00+08:00');
    await office.review.accept({ ...town(year), revision: 1 });
    const { digest } = await drafter.review.revision(town(year));
    await publisher.publication.publish({ ...town(year), digest });
    expect(await lineOf(year)).toMatchObject({ timing: 'late', daysLate: 1 });
    expect((await reader.round.get(round(year))).lines[1]).toMatchObject({ extendedTo: '2021-02-05', timing: 'late' });
  });

  test('takes a returned report and a correction after its day, and no recalled one', async () => {
    const year = 2019;
    world.passTo('2020-01-20T10:00:00+08:00');
    await office.round.announce(round(year));
    await handIn(year);
    world.passTo('2020-02-03T10:00:00+08:00');
    const closed = async () => (await drafter.round.expected()).map(({ closed, stage }) => [stage, closed]);
    expect(await closed()).toEqual([['submitted', true]]);
    await office.review.return({ ...town(year), revision: 1, reasons: ['figures'] });
    expect(await closed()).toEqual([['returned', false]]);
    await drafter.review.submit({ ...town(year), lockVersion: 1 });
    await drafter.review.recall(town(year));
    expect(await failureOf(drafter.review.submit({ ...town(year), lockVersion: 1 }))).toMatchObject({
      code: 'round_closed',
    });
    await office.round.setLock({ ...round(year), lock: 'open' });
    await drafter.review.submit({ ...town(year), lockVersion: 1 });
    await office.round.setLock({ ...round(year), lock: 'locked' });
    await office.review.accept({ ...town(year), revision: 3 });
    const { digest } = await drafter.review.revision(town(year));
    await publisher.publication.publish({ ...town(year), digest });
    await drafter.publication.correct({ ...town(year), publicNote: '更正一处文字' });
    await drafter.draft.save({ ...town(year), lockVersion: 1, report: sampleReport(town(year), '更正后的一句。') });
    expect(await drafter.review.submit({ ...town(year), lockVersion: 2 })).toMatchObject({ revision: 4 });
  });

  test('counts a withdrawn report by itself, and as published again once its correction is public', async () => {
    const year = 2020;
    const counts = async () => {
      const { statistics } = await reader.round.get(round(year));
      expect((await office.round.board(round(year))).statistics).toEqual(statistics);
      const { due, published, late, overdue, withdrawn } = statistics;
      return { missing: due - published - overdue - withdrawn, published, late, withdrawn };
    };
    const publicLine = async () =>
      (await reader.round.get(round(year))).lines.find(({ agencyId }) => agencyId === world.agencies.town);
    expect(await counts()).toEqual({ missing: 0, published: 1, late: 1, withdrawn: 0 });
    await publisher.publication.withdraw({ ...town(year), reason: '数据有误' });
    const withdrawn = { missing: 0, published: 0, late: 0, withdrawn: 1 };
    expect(await counts()).toEqual(withdrawn);
    expect(await lineOf(year)).toMatchObject({ stage: 'withdrawn', timing: 'withdrawn', daysLate: 0 });
    expect(await publicLine()).toMatchObject({ withdrawn: true, timing: 'withdrawn', publishedOn: '2021-02-06' });
    // Work on its correction is no publication, and is told to nobody outside.
    await drafter.publication.correct({ ...town(year), publicNote: '更正数据' });
    expect(await lineOf(year)).toMatchObject({ stage: 'draft', timing: 'withdrawn' });
    expect(await publicLine()).toMatchObject({ withdrawn: true, timing: 'withdrawn' });
    expect(await counts()).toEqual(withdrawn);
    await office.round.setLock({ ...round(year), lock: 'open' });
    await drafter.draft.save({ ...town(year), lockVersion: 1, report: sampleReport(town(year), '更正后的一句。') });
    const { revision, digest } = await drafter.review.submit({ ...town(year), lockVersion: 2 });
    await office.review.accept({ ...town(year), revision });
    await publisher.publication.publish({ ...town(year), digest });
    expect(await publicLine()).toMatchObject({ withdrawn: false, timing: 'late' });
    expect(await counts()).toEqual({ missing: 0, published: 1, late: 1, withdrawn: 0 });
  });

  test('changes its days freely until something was handed in, then with a reason', async () => {
    const change = { ...round(2019), dueOwn: '2020-02-10' };
    expect(await failureOf(office.round.changeDue(change))).toMatchObject({ code: 'invalid_input' });
    await office.round.changeDue({ ...change, reason: '疫情防控' });
    expect((await office.round.board(round(2019))).round.dueOwn).toBe('2020-02-10');
    const [line] = await listAuditEntries(world.database.db, { action: 'round.changeDue' }, 1);
    expect(line).toMatchObject({ note: '疫情防控', before: expect.stringContaining('2020-01-31') });
  });

  test('leaves a body out with a reason that the public reads, and takes it in again', async () => {
    await office.round.exclude({ ...about(2019), reason: '年内撤并' });
    expect((await reader.round.get(round(2019))).excluded).toContainEqual({
      agencyId: world.agencies.town,
      agencyName: '云溪县青原镇人民政府',
      reason: '年内撤并',
    });
    expect(await failureOf(office.round.extend({ ...about(2019), until: '2022-02-01', reason: '？' }))).toMatchObject({
      code: 'invalid_input',
    });
    await office.round.include(about(2019));
    expect(await lineOf(2019)).toMatchObject({ stage: 'submitted' });
    const stranger = { ...about(2019), bodyId: world.agencies.otherTown };
    expect(await failureOf(office.round.include(stranger))).toMatchObject({ code: 'invalid_input' });
  });

  test('names bodies that it does not know of, to be taken in', async () => {
    const added = await world.services.agency.create({
      name: '云溪县数据局',
      ...{ kind: 'department', level: 'county', parentId: world.agencies.county, validFrom: '2021-06-01' },
    });
    expect((await office.round.board(round())).unknown).toEqual([{ agencyId: added, agencyName: '云溪县数据局' }]);
    await office.round.include({ ...round(), bodyId: added });
    expect((await office.round.board(round())).unknown).toEqual([]);
  });

  describe('reminds', () => {
    let mails: { to: string; subject: string; text: string }[];
    let withMail: Services;
    let fails: boolean;

    beforeAll(async () => {
      const { db } = world.database;
      const mail: Mail = {
        adminUrl: 'https://gongkai.example/admin',
        send: async (message) => {
          if (fails) throw new Error('mail server down');
          mails.push(message);
        },
      };
      withMail = createServices({ db, clock: () => new Date('2022-01-30T09:00:00+08:00'), mail });
      await putAgencyContact(db, world.agencies.office, {
        ...nobody,
        email: 'Office@yunxi.example',
        phone: '0999-5550100',
      });
    });
    beforeEach(() => {
      mails = [];
      fails = false;
    });

    const reviewer = { userId: null };
    const input = () => ({ ...round(), within: 7 });

    test('with words for who has still to do something, and nobody else', async () => {
      world.passTo('2022-01-26T09:00:00+08:00');
      const { dueSoon, overdue, mail } = await office.round.reminders(input());
      expect(overdue).toEqual([]);
      expect(mail).toBe(false);
      expect(dueSoon.map(({ agencyName }) => agencyName).sort()).toEqual(['云溪县人民政府办公室', '云溪县数据局']);
      const line = dueSoon.find(({ contact }) => contact?.phone === '0999-5550100')!;
      expect(line.text).toMatch(/^云溪县人民政府办公室：.*2022年1月31日前.*距截止还有 5 天.*申请延期。$/);
      world.passTo('2022-02-03T09:00:00+08:00');
      expect((await office.round.reminders(input())).overdue[0]!.text).toContain('已逾期 3 天');
      expect(await failureOf(office.round.mailReminders(input()))).toMatchObject({ code: 'mail_off' });
    });

    test('by e-mail, again when it failed, and nobody twice a day, whichever process asks', async () => {
      fails = true;
      expect(await withMail.round.mailReminders(reviewer, input())).toMatchObject({
        sent: [],
        failed: ['云溪县人民政府办公室'],
      });
      fails = false;
      const both = await Promise.all([withMail.round.remindAll(), withMail.round.mailReminders(reviewer, input())]);
      expect(mails.map(({ to }) => to)).toEqual(['office@yunxi.example']);
      expect(mails[0]!.text).toContain('https://gongkai.example/admin');
      expect(both.flat().flatMap(({ sent }) => sent)).toEqual(['云溪县人民政府办公室']);
      expect(await withMail.round.mailReminders(reviewer, input())).toEqual({
        ...{ sent: [], failed: [], before: ['云溪县人民政府办公室'], withoutAddress: ['云溪县数据局'] },
      });
      expect((await withMail.round.reminders(input())).dueSoon.map(({ mailedOn }) => mailedOn)).toContain('2022-01-30');
    });
  });
});
