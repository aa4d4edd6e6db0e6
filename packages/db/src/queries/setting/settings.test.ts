import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { getSetting, putSetting, takeSetting } from './settings.ts';

describe.each(engines)('settings on %s', (engine) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());

  test.each([{ on: true }, ['一', 2], '是', 0, false])('keep %j as it is', async (value) => {
    const { db } = database;
    await putSetting(db, 'key', 'before');
    await putSetting(db, 'key', value);
    expect(await getSetting(db, 'key')).toEqual(value);
    const taken = await Promise.all([1, 2, 3].map(() => takeSetting(db, 'key')));
    expect(taken.filter((found) => found !== undefined)).toEqual([value]);
    expect(await getSetting(db, 'key')).toBeUndefined();
  });
});
