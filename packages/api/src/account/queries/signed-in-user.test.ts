import { engines, testDatabase } from '@gongkai/db/testing';
import type { OpenDatabase } from '@gongkai/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPublicContext } from '../../context.ts';
import { createCaller } from '../../router.ts';
import { createServices, type Services } from '../../services.ts';
import { failureOf, testPassword } from '../../testing/county-fixture.ts';

const agency = { name: '云溪县人民政府', kind: 'government', level: 'county' } as const;

describe.each(engines)('accounts on %s', (engine) => {
  let database: OpenDatabase;
  let services: Services;
  let time = new Date('2022-01-20T06:00:00Z');

  beforeAll(async () => {
    database = await testDatabase(engine);
    services = createServices({ db: database.db, clock: () => time });
  });
  afterAll(() => database.close());

  const claim = (token: string, username = 'first') =>
    createCaller(createPublicContext(services)).account.claimFirst({
      token,
      username,
      name: '首位管理员',
      password: testPassword,
      agency,
    });

  test('the first link is void once another is made or a day has passed', async () => {
    const older = (await services.account.issueFirstToken())!;
    const newer = (await services.account.issueFirstToken())!;
    expect(await failureOf(claim(older))).toMatchObject({ code: 'link_invalid' });
    time = new Date('2022-01-21T06:00:00Z');
    expect(await failureOf(claim(newer))).toMatchObject({ code: 'link_invalid' });
    expect(await services.agency.list()).toEqual([]);
  });

  test('a first agency that the register would refuse is refused, and leaves nothing behind', async () => {
    const token = (await services.account.issueFirstToken())!;
    const odd = { token, username: 'odd', name: '首位管理员', password: testPassword };
    const refused = createCaller(createPublicContext(services)).account.claimFirst({
      ...odd,
      agency: { ...agency, kind: 'town', level: 'county' },
    });
    expect(await failureOf(refused)).toMatchObject({ code: 'invalid_agency' });
    expect(await services.agency.list()).toEqual([]);
    expect(await services.account.issueFirstToken()).toBeDefined();
  });

  test('of two who use the first link at once, one becomes the first account, which keeps accounts and no reports', async () => {
    const token = (await services.account.issueFirstToken())!;
    const outcomes = await Promise.allSettled([claim(token, 'one'), claim(token, 'two')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { value } = outcomes.find((outcome) => outcome.status === 'fulfilled')!;
    expect(await services.agency.list()).toMatchObject([{ id: value.agencyId, name: agency.name }]);
    expect((await services.account.list({ page: 1 })).accounts).toMatchObject([
      { username: value.username, memberships: [], duties: ['securityAdministrator'], mustChangePassword: false },
    ]);
    expect(await failureOf(claim(token, 'three'))).toMatchObject({ code: 'link_invalid' });
    expect(await services.account.issueFirstToken()).toBeUndefined();
  });

  test('tell who one is and for which agencies', async () => {
    const agencyId = (await services.agency.list())[0]!.id;
    const account = { username: 'li.clerk', name: '李某', password: testPassword };
    const userId = await services.account.create(account, [{ agencyId, role: 'reviewer' }]);
    const user = await services.account.signedIn(userId);
    expect(await createCaller({ services, user }).account.me()).toEqual({
      id: userId,
      username: 'li.clerk',
      duties: [],
      name: '李某',
      memberships: [{ agencyId, agencyName: agency.name, role: 'reviewer' }],
      pending: null,
      secondFactor: false,
      secondFactorRequired: false,
      passwordExpires: '2022-04-21T06:00:00.000Z',
      idleMinutes: 30,
    });
  });

  test('have a unique user name', async () => {
    const again = services.account.create({ username: 'li.clerk', name: '另一人', password: testPassword }, []);
    expect(await failureOf(again)).toMatchObject({ code: 'name_taken' });
  });

  test.each([
    ['a short password', { password: 'Ab1-' }, '至少 8 个字符'],
    ['a plain password', { password: 'abcdefgh1' }, '至少 3 种'],
    ['an odd user name', { username: '张三' }, '用户名由'],
    ['a name of blanks', { name: '  ' }, 'name'],
    ['half a token', { token: 'abc' }, 'token'],
  ])('refuse %s and say why', async (_name, change, words) => {
    const input = { token: 'x'.repeat(43), username: 'some', name: '某', password: testPassword, agency, ...change };
    const refused = createCaller(createPublicContext(services)).account.claimFirst(input);
    expect(await failureOf(refused)).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(words),
    });
  });
});
