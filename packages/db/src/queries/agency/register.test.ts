import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addAgency } from '../../testing/samples.ts';
import { changeAgency, dissolveAgency } from './agencies.ts';
import { listAgencyContacts, listAgencyPeriods, putAgencyContact } from './register.ts';
import { listSuccessions, putSuccession } from './successions.ts';

const empty = { office: null, address: null, postcode: null, phone: null, fax: null, email: null, website: null };

describe.each(engines)('the register of agencies on %s', (engine) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());

  test('has every period, and when its agency was last changed', async () => {
    const { db } = database;
    const id = await addAgency(db, { name: '甲乡人民政府' });
    const [before] = (await listAgencyPeriods(db)).filter((period) => period.id === id);
    await changeAgency(db, id, '2020-01-01', { name: '甲镇人民政府' });
    const after = (await listAgencyPeriods(db)).filter((period) => period.id === id);
    expect(after.map(({ name }) => name)).toEqual(['甲乡人民政府', '甲镇人民政府']);
    expect(after[0]!.changedAt.getTime()).toBeGreaterThan(before!.changedAt.getTime());
  });

  test('keeps one contact for each agency', async () => {
    const { db } = database;
    const id = await addAgency(db, { name: '乙镇人民政府' });
    expect(await listAgencyContacts(db, [id])).toEqual(new Map());
    await putAgencyContact(db, id, { ...empty, office: '党政办公室', phone: '0999-5550100' });
    await putAgencyContact(db, id, { ...empty, office: '党政综合办公室' });
    expect(await listAgencyContacts(db, [id])).toEqual(new Map([[id, { ...empty, office: '党政综合办公室' }]]));
  });

  test('knows whom an agency took over from, and who took over from it', async () => {
    const { db } = database;
    const [grain, reform] = [await addAgency(db, { name: '粮食局' }), await addAgency(db, { name: '发展和改革局' })];
    const succession = {
      successorId: reform,
      predecessorId: grain,
      kind: 'merged',
      takenOverOn: '2022-06-01',
    } as const;
    await putSuccession(db, { ...succession, kind: 'split' });
    await putSuccession(db, succession);
    await dissolveAgency(db, grain, '2022-06-01');
    const known = [
      {
        ...succession,
        predecessorName: '粮食局',
        predecessorDissolvedOn: '2022-06-01',
        successorName: '发展和改革局',
      },
    ];
    expect(await listSuccessions(db, reform)).toEqual(known);
    expect(await listSuccessions(db, grain)).toEqual(known);
    await expect(putSuccession(db, { ...succession, predecessorId: reform })).rejects.toMatchObject({
      cause: { constraint: 'agency_succession_other' },
    });
  });
});
