import { changeAgency, dissolveAgency, putAgencyContact, putSuccession } from '@gongkai/db/agency';
import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf, openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

describe.each(engines)('agencies on %s', (engine) => {
  let fixture: CountyFixture;
  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
  });
  afterAll(() => fixture.close());

  test('are listed with how much they have published', async () => {
    const { town, county } = fixture.agencies;
    const key = { agencyId: town, year: 2020, kind: 'own' } as const;
    await fixture.publish(key, sampleReport(key));
    const listed = await fixture.services.agency.list();
    expect(listed).toHaveLength(5);
    expect(listed.find(({ id }) => id === town)).toEqual({
      id: town,
      name: '云溪县青原镇人民政府',
      kind: 'town',
      parentId: county,
      reportCount: 1,
      latestYear: 2020,
      dissolvedOn: null,
    });
  });

  test('have the names that they bore before, each until its day', async () => {
    const { db } = fixture.database;
    const { town, county } = fixture.agencies;
    await changeAgency(db, town, '2015-06-01', { divisionCode: '999999101' });
    await changeAgency(db, town, '2019-01-01', { name: '云溪县青山镇人民政府' });
    expect(await fixture.services.agency.get(town)).toEqual({
      id: town,
      name: '云溪县青山镇人民政府',
      kind: 'town',
      level: 'township',
      parentId: county,
      parentName: '云溪县人民政府',
      formerNames: [{ name: '云溪县青原镇人民政府', until: '2019-01-01' }],
      divisionCode: '999999101',
      creditCode: null,
      dissolvedOn: null,
      predecessors: [],
      successors: [],
      contact: null,
    });
  });

  test.each([
    ['whose level is not that of its kind', { kind: 'town', level: 'county' }],
    ['below one that is not there', { parentId: '01JN0NE0000000000000000000' }],
  ] as const)('%s are not entered', async (_name, odd) => {
    const before = await fixture.services.agency.list();
    const fit = { name: '云溪县信访局', kind: 'department', level: 'county', validFrom: '2010-01-01' } as const;
    const entered = fixture.services.agency.create({ ...fit, parentId: fixture.agencies.county, ...odd });
    expect(await failureOf(entered)).toMatchObject({ code: 'invalid_agency' });
    expect(await fixture.services.agency.list()).toEqual(before);
  });

  test('that are no more stay on the list, with those who took over, and how these are reached', async () => {
    const { db } = fixture.database;
    const { county, office } = fixture.agencies;
    const gone = await fixture.services.agency.create({
      name: '云溪县信访局',
      kind: 'department',
      level: 'county',
      parentId: county,
      validFrom: '2010-01-01',
    });
    const takenOverOn = '2021-03-01';
    await putSuccession(db, { successorId: office, predecessorId: gone, kind: 'merged', takenOverOn });
    await dissolveAgency(db, gone, takenOverOn);
    const contact = { office: '政务公开股', address: '云溪大道1号', postcode: '999900', phone: '0999-5550101' };
    await putAgencyContact(db, office, { ...contact, fax: null, email: null, website: null });

    expect((await fixture.services.agency.list()).find(({ id }) => id === gone)).toMatchObject({
      dissolvedOn: takenOverOn,
    });
    expect(await fixture.services.agency.get(gone)).toMatchObject({
      dissolvedOn: takenOverOn,
      successors: [{ id: office, name: '云溪县人民政府办公室', kind: 'merged', takenOverOn }],
      predecessors: [],
    });
    expect(await fixture.services.agency.get(office)).toMatchObject({
      predecessors: [{ id: gone, name: '云溪县信访局', kind: 'merged', takenOverOn }],
      successors: [],
      contact,
    });
  });
});
