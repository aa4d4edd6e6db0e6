import { engines } from '@gongkai/db/testing';
import { isFull } from '@gongkai/tooling-vitest/full';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContext } from '../../context.ts';
import { openCountyFixture, testPassword, type CountyFixture } from '../../testing/county-fixture.ts';
import { clientAddressHeader } from './call-origin.ts';
import { createAuth, type Auth } from './auth.ts';

/** The number exceeds the attempts that an unknown device is allowed from one address. */
const people = isFull ? 200 : 40;

const origin = 'http://127.0.0.1:4300';
const secret = 'only-for-tests-and-long-enough-for-the-library';

describe.each(engines)('signing in on %s', (engine) => {
  let fixture: CountyFixture;
  let auth: Auth;
  let name: string;
  /** Each engine uses another address because the library counts attempts by address. */
  const address = engine === 'pglite' ? '192.0.2.1' : '192.0.2.2';

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    auth = createAuth({ database: fixture.database.db, secret, origin });
    const grant = { agencyId: fixture.agencies.town, role: 'drafter' } as const;
    name = (await fixture.signIn('填报人', grant)).user!.username;
  });
  afterAll(() => fixture.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}, by = auth) =>
    by.handler(
      new Request(`${origin}/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [clientAddressHeader]: address, origin, ...headers },
        body: JSON.stringify(body),
      }),
    );
  const cookiesOf = (response: Response) => response.headers.getSetCookie();
  const enter = async (username: string, password = testPassword, by = auth) => {
    const response = await post('/sign-in/username', { username, password }, {}, by);
    return {
      response,
      cookie: cookiesOf(response)
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    };
  };
  const userOf = async (cookie: string) =>
    (await createContext(fixture.services, auth, new Request(origin, { headers: { cookie } }))).user;

  test('is by user name, in either case, and gives a cookie that scripts and other sites do not get', async () => {
    const { response, cookie } = await enter(name.toUpperCase());
    expect(response.status).toBe(200);
    expect(cookiesOf(response)[0]).toMatch(/^gongkai\.session_token=.+; HttpOnly; SameSite=Strict$/);
    expect(await userOf(cookie)).toMatchObject({
      username: name,
      name: '填报人',
      grants: [{ agencyId: fixture.agencies.town, role: 'drafter' }],
      duties: [],
    });
  });

  test('gives a cookie for https alone where the site is reached so', async () => {
    const secure = createAuth({ database: fixture.database.db, secret, origin: 'https://gongkai.example' });
    const response = await secure.handler(
      new Request('https://gongkai.example/api/auth/sign-in/username', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [clientAddressHeader]: address,
          origin: 'https://gongkai.example',
        },
        body: JSON.stringify({ username: name, password: testPassword }),
      }),
    );
    expect(cookiesOf(response)[0]).toMatch(/^__Secure-gongkai\.session_token=.+; Secure/);
  });

  test('is refused alike for a wrong password and an unknown name', async () => {
    const answers = [await enter(name, 'Wrong-pass-1'), await enter('nobody1')];
    const bodies = await Promise.all(answers.map(({ response }) => response.json()));
    expect(answers.map(({ response }) => response.status)).toEqual([401, 401]);
    expect(bodies[0]).toEqual(bodies[1]);
  });

  test('ends with signing out', async () => {
    const { cookie } = await enter(name);
    await post('/sign-out', {}, { cookie });
    expect(await userOf(cookie)).toBeUndefined();
  });

  test('takes no forged cookie and no session of an account that is gone', async () => {
    expect(await userOf('gongkai.session_token=abc.def')).toBeUndefined();
    expect(await fixture.services.account.signedIn('nobody')).toBeUndefined();
  });

  test('is refused from another site', async () => {
    const { cookie } = await enter(name);
    const response = await post('/sign-out', {}, { cookie, origin: 'https://elsewhere.example' });
    expect(response.status).toBe(403);
    expect(await userOf(cookie)).toBeDefined();
  });

  test.each([
    ['/sign-up/email', { email: 'a@b.example', password: testPassword, name: '甲' }],
    ['/sign-in/email', { email: 'clerk1@localhost', password: testPassword }],
    ['/is-username-available', { username: 'clerk1' }],
    ['/update-user', { name: '乙' }],
    ['/change-password', { currentPassword: testPassword, newPassword: 'Another-one-2' }],
    ['/list-sessions', {}],
    ['/two-factor/send-otp', {}],
  ])('has no way in or out at %s', async (path, body) => {
    const { cookie } = await enter(name);
    expect((await post(path, body, { cookie })).status).toBe(404);
  });

  test('counts calls of an address as it is told to, and says in Chinese how long to wait', async () => {
    const limit = { take: (from: string) => ({ allowed: from !== `${address}0`, retryAfter: 40 }) };
    const limited = createAuth({ database: fixture.database.db, secret, origin, limit });
    const body = { username: 'nobody1', password: 'Wrong-pass-1' };
    const refused = await post('/sign-in/username', body, { [clientAddressHeader]: `${address}0` }, limited);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(await refused.json()).toEqual({
      code: 'rate_limited',
      message: '这个网络地址的登录过于频繁，请 40 秒后再试',
    });
    expect((await post('/sign-in/username', body, {}, limited)).status).toBe(401);
  });

  test('lets a whole office behind one address sign in concurrently', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < people; tries++)
      statuses.push((await post('/sign-in/username', { username: name, password: testPassword })).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  }, 120_000);
});
