import { changeAgency } from '@gongkai/db';
import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, sampleReport, type World } from '../testing/world.ts';

describe.each(engines)('agencies on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(engine);
  });
  afterAll(() => world.close());

  test('are listed with how much they have published', async () => {
    const { town, county } = world.agencies;
    const key = { agencyId: town, year: 2020, kind: 'own' } as const;
    await world.publish(key, sampleReport(key));
    const listed = await world.services.agency.list();
    expect(listed).toHaveLength(5);
    expect(listed.find(({ id }) => id === town)).toEqual({
      id: town,
      name: '云溪县青原镇人民政府',
      kind: 'town',
      parentId: county,
      reportCount: 1,
      latestYear: 2020,
    });
  });

  test('have the names that they bore before, each until its day', async () => {
    const { db } = world.database;
    const { town, county } = world.agencies;
    await changeAgency(db, town, '2015-06-01', { divisionCode: '999999101' });
    await changeAgency(db, town, '2019-01-01', { name: '云溪县青山镇人民政府' });
    expect(await world.services.agency.get(town)).toEqual({
      id: town,
      name: '云溪县青山镇人民政府',
      kind: 'town',
      level: 'township',
      parentId: county,
      parentName: '云溪县人民政府',
      formerNames: [{ name: '云溪县青原镇人民政府', until: '2019-01-01' }],
      divisionCode: '999999101',
      creditCode: null,
    });
  });
});
