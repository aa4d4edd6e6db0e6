import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addPublication, addReport, addRevision } from '../../testing/samples.ts';
import { getFigures, putFigures } from './figures.ts';
import { appendReview, listReviews } from '../review/reviews.ts';
import { findRevision, getRevision, listRevisions } from './revisions.ts';

describe.each(engines)('revisions on %s', (engine) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());

  test('are numbered for each report without a gap, even when many are added concurrently', async () => {
    const { db } = database;
    const key = await addReport(db);
    const added = await Promise.all(Array.from({ length: 12 }, (_, index) => addRevision(db, key, `{"n":${index}}`)));
    expect(added.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    expect((await listRevisions(db, key)).map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await addRevision(db, { ...key, year: 2021 })).toMatchObject({ number: 1 });
  });

  test('keep their text as it was hashed', async () => {
    const { db } = database;
    const key = await addReport(db);
    const body = '{"b":1.50,"a":"政府 信息","a":2}';
    const { number, digest } = await addRevision(db, key, body);
    expect(await getRevision(db, key, number)).toMatchObject({ ...key, body, digest });
  });

  test('are found by their digest once they were public, the first of those that are alike', async () => {
    const { db } = database;
    const key = await addReport(db);
    const body = '{"a":"查找"}';
    const { digest } = await addRevision(db, key, body);
    expect(await findRevision(db, digest)).toBeUndefined();
    await addPublication(db, key, { body });
    await addPublication(db, key, { body: '{"a":"更正"}', action: 'corrected' });
    await addPublication(db, key, { body, action: 'corrected' });
    expect(await findRevision(db, digest)).toMatchObject({ ...key, number: 2, body });
  });

  test('belong to an agency that exists', async () => {
    const nowhere = { agencyId: 'nobody', year: 2020, kind: 'own' as const };
    await expect(addRevision(database.db, nowhere)).rejects.toMatchObject({ cause: { code: '23503' } });
  });

  test('go through review step by step', async () => {
    const { db } = database;
    const key = await addReport(db);
    const { number: revision } = await addRevision(db, key);
    for (const action of ['submitted', 'returned', 'submitted'] as const)
      await appendReview(db, {
        ...key,
        revision,
        action,
        note: action === 'returned' ? '合计不符' : null,
        userId: null,
      });
    const steps = await listReviews(db, { ...key, revision });
    expect(steps.map(({ number, action, note }) => [number, action, note])).toEqual([
      [1, 'submitted', null],
      [2, 'returned', '合计不符'],
      [3, 'submitted', null],
    ]);
  });

  test('have figures, exact beyond what a double holds, blank where a cell is', async () => {
    const { db } = database;
    const key = await addReport(db);
    const { number: revision } = await addRevision(db, key);
    const row = {
      ...key,
      revision,
      form: 'form',
      cells: [0n, null, -21n, 2n ** 53n + 1n, -(2n ** 63n), 2n ** 63n - 1n],
    };
    await putFigures(db, row);
    expect(await getFigures(db, { ...key, revision })).toEqual(row);
    await putFigures(db, { ...row, cells: [] });
    expect(await getFigures(db, { ...key, revision })).toEqual({ ...row, cells: [] });
  });
});
