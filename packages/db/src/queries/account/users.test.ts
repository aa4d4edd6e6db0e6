import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { account } from '../../tables/auth.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addUser, getUser, hasUsers } from './users.ts';

describe.each(engines)('users on %s', (engine) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());

  test('are added with their password, one for each user name', async () => {
    const { db } = database;
    const person = (id: string) => ({
      id,
      username: 'clerk',
      name: '填报人',
      email: `${id}@localhost`,
      passwordHash: 'hash',
    });
    expect(await hasUsers(db)).toBe(false);
    expect(await addUser(db, person('one'))).toBe(true);
    expect(await hasUsers(db)).toBe(true);
    expect(await addUser(db, person('two'))).toBe(false);
    expect(await getUser(db, 'one')).toEqual({ id: 'one', username: 'clerk', name: '填报人' });
    expect(await getUser(db, 'two')).toBeUndefined();
    expect(await db.select().from(account)).toMatchObject([
      { userId: 'one', accountId: 'one', providerId: 'credential', password: 'hash' },
    ]);
  });
});
