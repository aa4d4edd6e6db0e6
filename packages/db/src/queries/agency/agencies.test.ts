import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addAgency } from '../../testing/samples.ts';
import {
  agenciesAndBelow,
  agencyAndAbove,
  agencyHistory,
  changeAgency,
  correctAgency,
  dissolveAgency,
  getAgency,
  listAgencies,
} from './agencies.ts';

describe.each(engines)('agencies on %s', (engine) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());

  test('keep their id when their name, kind or parent changes, and are found as they were on a day', async () => {
    const { db } = database;
    const county = await addAgency(db, { name: '河源县人民政府', kind: 'government' });
    const id = await addAgency(db, { name: '南岗乡人民政府', kind: 'township', divisionCode: '230523201' });
    await changeAgency(db, id, '2020-07-01', { name: '南岗镇人民政府', kind: 'town', parentId: county });

    expect(await getAgency(db, id)).toEqual({
      id,
      name: '南岗镇人民政府',
      kind: 'town',
      level: 'township',
      parentId: county,
      divisionCode: '230523201',
      creditCode: null,
      validFrom: '2020-07-01',
      validTo: null,
      dissolvedOn: null,
    });
    const nameOn = async (day: string) => (await getAgency(db, id, day))?.name;
    expect(await nameOn('2009-12-31')).toBeUndefined();
    expect(await nameOn('2020-06-30')).toBe('南岗乡人民政府');
    expect(await nameOn('2020-07-01')).toBe('南岗镇人民政府');
    expect((await agencyHistory(db, id)).map(({ kind }) => kind)).toEqual(['township', 'town']);
  });

  test('keep an id that was given before', async () => {
    const id = '01JDEM0YX00000000000000001';
    expect(await addAgency(database.db, { id, name: '云溪县人民政府' })).toBe(id);
    expect(await getAgency(database.db, id)).toMatchObject({ name: '云溪县人民政府' });
  });

  test('a period that would end before it began changes nothing', async () => {
    const id = await addAgency(database.db, { name: '北岗镇人民政府' });
    await expect(changeAgency(database.db, id, '2010-01-01', { name: '东岗镇人民政府' })).rejects.toMatchObject({
      cause: { constraint: 'agency_period_order' },
    });
    expect(await agencyHistory(database.db, id)).toMatchObject([{ name: '北岗镇人民政府', validTo: null }]);
  });

  test('that are no more are found by id as they were last, and on no day after', async () => {
    const { db } = database;
    const parentId = await addAgency(db, { name: '东河县人民政府' });
    const id = await addAgency(db, { name: '东河县粮食局', parentId });
    await dissolveAgency(db, id, '2019-03-01');
    expect(await getAgency(db, id)).toMatchObject({ name: '东河县粮食局', dissolvedOn: '2019-03-01' });
    expect(await getAgency(db, id, '2019-02-28')).toMatchObject({ id });
    expect(await getAgency(db, id, '2019-03-01')).toBeUndefined();
    expect(await listAgencies(db, { parentId })).toEqual([]);
    expect(await listAgencies(db, { parentId, dissolved: true })).toMatchObject([{ id }]);
    expect(await listAgencies(db, { ids: [id] })).toMatchObject([{ id }]);
    await expect(dissolveAgency(db, id, '2010-01-01')).rejects.toMatchObject({
      cause: { constraint: 'agency_period_dissolved' },
    });
  });

  test('are put right without a new period', async () => {
    const id = await addAgency(database.db, { name: '西岗镇人民改府' });
    await correctAgency(database.db, id, { name: '西岗镇人民政府' });
    expect((await agencyHistory(database.db, id)).map(({ name }) => name)).toEqual(['西岗镇人民政府']);
  });

  test('are listed by what they are now, in the order of their codes', async () => {
    const { db } = database;
    const parentId = await addAgency(db, { name: '临江县人民政府' });
    const child = (name: string, divisionCode: string | null) => addAgency(db, { name, divisionCode, parentId });
    const ids = [await child('临江县财政局', null), await child('二镇', '2'), await child('一镇', '1')];
    await changeAgency(db, ids[2] ?? '', '2022-01-01', { name: '一街道', parentId: null });
    const names = async (filter: Parameters<typeof listAgencies>[1]) =>
      (await listAgencies(db, filter)).map((found) => found.name);
    expect(await names({ parentId })).toEqual(['二镇', '临江县财政局']);
    expect(await names({ ids })).toEqual(['一街道', '二镇', '临江县财政局']);
    expect(await names({ ids: [] })).toEqual([]);
  });

  test('know all above and all below them, and run in no circle', async () => {
    const { db } = database;
    const city = await addAgency(db, { name: '市' });
    const county = await addAgency(db, { name: '县', parentId: city });
    const town = await addAgency(db, { name: '镇', parentId: county });
    const other = await addAgency(db, { name: '另一个县', parentId: city });
    expect((await agencyAndAbove(db, town)).sort()).toEqual([city, county, town].sort());
    expect((await agenciesAndBelow(db, [county])).sort()).toEqual([county, town].sort());
    expect((await agenciesAndBelow(db, [city, county])).sort()).toEqual([city, county, town, other].sort());
    await changeAgency(db, city, '2022-01-01', { parentId: town });
    expect((await agencyAndAbove(db, town)).sort()).toEqual([city, county, town].sort());
  });
});
