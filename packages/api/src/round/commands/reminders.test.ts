import { putAgencyContact } from '@gongkai/db/agency';
import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../common/dependencies.ts';
import { createCaller } from '../../router.ts';
import { createServices, type Services } from '../../services.ts';
import { openRoundScenario, type RoundScenario } from '../../testing/round-scenario.ts';
import { failureOf, now } from '../../testing/county-fixture.ts';

describe.each(engines)('what a round still awaits on %s', (engine) => {
  let fixture: RoundScenario;

  beforeAll(async () => {
    fixture = await openRoundScenario(engine);
    await fixture.services.agency.create({
      name: '云溪县数据局',
      ...{ kind: 'department', level: 'county', parentId: fixture.agencies.county, validFrom: '2021-06-01' },
    });
    await fixture.reviewer.round.announce(fixture.round());
    await fixture.submit(2021);
    await fixture.release(2021);
  });
  beforeEach(() => fixture.passTo(now.toISOString()));
  afterAll(() => fixture.close());

  test('tells drafters what is due of theirs, by when, and with how much time left', async () => {
    const agencyId = fixture.agencies.county;
    const all = createCaller(await fixture.signIn('县填报人', { agencyId, role: 'drafter' }));
    const seen = async () =>
      (await all.round.expected()).map(({ agencyName, lastDay, daysLeft }) => [agencyName, lastDay, daysLeft]);
    // The town's report is public, and the tax office's report is not collected.
    expect(await seen()).toEqual([
      ['云溪县人民政府办公室', '2022-01-31', 11],
      ['云溪县数据局', '2022-01-31', 11],
      ['云溪县人民政府', '2022-03-31', 70],
    ]);
    expect(await fixture.drafter.round.expected()).toEqual([]);
    fixture.passTo('2022-02-02T10:00:00+08:00');
    const [late] = await all.round.expected();
    expect(late).toEqual({
      ...{ agencyId: fixture.agencies.office, agencyName: '云溪县人民政府办公室', year: 2021, kind: 'own' },
      ...{ collectedBy: '云溪县人民政府', dueOn: '2022-01-31', lastDay: '2022-01-31' },
      ...{ daysLeft: -2, stage: 'none', closed: true, opensOn: null },
    });
  });

  describe('reminds', () => {
    let mails: { to: string; subject: string; text: string }[];
    let withMail: Services;
    let fails: boolean;

    beforeAll(async () => {
      const { db } = fixture.database;
      const mail: Mail = {
        adminUrl: 'https://gongkai.example/admin',
        send: async (message) => {
          if (fails) throw new Error('mail server down');
          mails.push(message);
        },
      };
      withMail = createServices({ db, clock: () => new Date('2022-01-30T09:00:00+08:00'), mail });
      await putAgencyContact(db, fixture.agencies.office, {
        ...{ office: null, address: null, postcode: null, fax: null, website: null },
        ...{ email: 'Office@yunxi.example', phone: '0999-5550100' },
      });
    });
    beforeEach(() => {
      mails = [];
      fails = false;
    });

    const reviewer = { userId: null };
    const input = () => ({ ...fixture.round(), within: 7 });

    test('only bodies that have still to act, with a text', async () => {
      fixture.passTo('2022-01-26T09:00:00+08:00');
      const { dueSoon, overdue, mail } = await fixture.reviewer.round.reminders(input());
      expect(overdue).toEqual([]);
      expect(mail).toBe(false);
      expect(dueSoon.map(({ agencyName }) => agencyName).sort()).toEqual(['云溪县人民政府办公室', '云溪县数据局']);
      const line = dueSoon.find(({ contact }) => contact?.phone === '0999-5550100')!;
      expect(line.text).toMatch(/^云溪县人民政府办公室：.*2022年1月31日前.*距截止还有 5 天.*申请延期。$/);
      fixture.passTo('2022-02-03T09:00:00+08:00');
      expect((await fixture.reviewer.round.reminders(input())).overdue[0]!.text).toContain('已逾期 3 天');
      expect(await failureOf(fixture.reviewer.round.mailReminders(input()))).toMatchObject({ code: 'mail_off' });
    });

    test('by e-mail, again after a failure, and each address at most once a day across processes', async () => {
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
