import { expect, test } from 'vitest';
import { adapterSayingUnavailable, queryAuth } from './unavailable-database.ts';

const lost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const { find } = adapterSayingUnavailable(() => ({ find: () => Promise.reject(lost) }))({});

test('an error that the library throws without its cause is that of the database', async () => {
  const query = () =>
    find().catch(() => {
      throw new Error('FAILED_TO_GET_SESSION');
    });
  await expect(queryAuth(query)).rejects.toBe(lost);
});

test('a lookup that failed is not an absent session', async () => {
  await expect(queryAuth(() => find().catch(() => null))).rejects.toBe(lost);
  expect(await queryAuth(() => Promise.resolve(null))).toBeNull();
});

test('what the library throws of itself stays as it is', async () => {
  const own = new Error('own');
  await expect(queryAuth(() => Promise.reject(own))).rejects.toBe(own);
});
