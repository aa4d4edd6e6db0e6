import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCountyFixture, testPassword, type CountyFixture } from '../../testing/county-fixture.ts';
import { createAuth } from './auth.ts';
import { sessionCookieReader } from './session-cookie.ts';

const secret = 'only for tests, and long enough for the library';
let fixture: CountyFixture;
beforeAll(async () => {
  fixture = await openCountyFixture('pglite');
});
afterAll(() => fixture.close());

test.each(['http://127.0.0.1:4300', 'https://gongkai.example.gov.cn'])(
  'names the session that %s signed',
  async (origin) => {
    const auth = createAuth({ database: fixture.database.db, secret, origin });
    const { user } = await fixture.signIn('填报人', { agencyId: fixture.agencies.town, role: 'drafter' });
    const answer = await auth.handler(
      new Request(`${origin}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ username: user!.username, password: testPassword }),
      }),
    );
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0]!)
      .find((pair) => pair.includes('session_token'))!;
    const { rows } = await fixture.database.pool.query('select token from session where user_id = $1', [user!.userId]);
    const read = sessionCookieReader(secret);
    expect(read(cookie)).toBe(rows[0].token);
    expect(read(`a=1; ${cookie}; b=2`)).toBe(rows[0].token);
    expect(sessionCookieReader(`${secret}!`)(cookie)).toBeUndefined();
    expect(read(cookie.replace('session_token=', 'session_token=a'))).toBeUndefined();
  },
);

test.each([
  '',
  'a=1',
  'gongkai.session_token=',
  'gongkai.session_token=abc',
  'gongkai.session_token=abc.%00',
  `gongkai.session_token=a.${'A'.repeat(44)}`,
  'gongkai.session_token=%',
])('names none for %j', (header) => expect(sessionCookieReader(secret)(header)).toBeUndefined());
