import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addPublication, addReport, addRevision } from '../../testing/samples.ts';
import { appendPublication } from '../publication/publications.ts';
import {
  countPublicReports,
  getPublicReport,
  listPublicReports,
  listPublicYears,
  type Page,
  type PublicReportFilter,
} from './public-reports.ts';

describe.each(engines)('what the public is shown on %s', (engine) => {
  let database: OpenDatabase;
  const list = async (filter: PublicReportFilter, page: Page = { limit: 10 }) =>
    (await listPublicReports(database.db, filter, page)).map(({ agencyName, year, action }) => [
      agencyName,
      year,
      action,
    ]);

  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());

  test('is nothing before a report is published', async () => {
    const key = await addReport(database.db, { name: '未公布的镇' });
    await addRevision(database.db, key);
    expect(await getPublicReport(database.db, key)).toBeUndefined();
    expect(await list({ agencyIds: [key.agencyId], withdrawn: true })).toEqual([]);
  });

  test('is the revision of the last event, with all events before it', async () => {
    const { db } = database;
    const key = await addReport(db, { name: '更正的镇' });
    await addPublication(db, key, { body: '{"a":1}', publishedOn: '2021-01-20', title: '旧标题' });
    await addPublication(db, key, { body: '{"a":2}', publishedOn: '2021-03-02', title: '新标题', action: 'corrected' });
    const report = await getPublicReport(db, key);
    expect(report?.revision).toMatchObject({ body: '{"a":2}', number: 2 });
    expect(report?.events.map(({ number, action, publishedOn }) => [number, action, publishedOn])).toEqual([
      [1, 'published', '2021-01-20'],
      [2, 'corrected', '2021-03-02'],
    ]);
    expect(report?.events.at(-1)?.digest).toBe(report?.revision?.digest);
    expect(await listPublicReports(db, { agencyIds: [key.agencyId] }, { limit: 10 })).toEqual([
      {
        ...key,
        agencyName: '更正的镇',
        action: 'corrected',
        at: report?.events.at(-1)?.at,
        publishedOn: '2021-01-20',
        corrections: 1,
        revision: 2,
        form: 'form',
        title: '新标题',
        origin: 'entered',
        digest: report?.revision?.digest,
      },
    ]);
  });

  test('is no content once a report is withdrawn, and content again once it is back', async () => {
    const { db } = database;
    const key = await addReport(db, { name: '撤下的镇' });
    const agencyIds = [key.agencyId];
    await addPublication(db, key, { body: '{"a":1}' });
    await addPublication(db, key, { body: '{"a":1}', action: 'withdrawn' });
    expect(await getPublicReport(db, key)).toMatchObject({ revision: null, events: [{}, { action: 'withdrawn' }] });
    expect(await list({ agencyIds })).toEqual([]);
    expect(await list({ agencyIds, withdrawn: true })).toEqual([['撤下的镇', 2020, 'withdrawn']]);
    expect(await listPublicYears(db, { agencyIds })).toEqual([]);
    await addPublication(db, key, { body: '{"a":3}' });
    expect(await getPublicReport(db, key)).toMatchObject({ revision: { body: '{"a":3}' } });
    expect(await list({ agencyIds })).toEqual([['撤下的镇', 2020, 'published']]);
  });

  test('is listed the latest first, each report once, by agency, year and kind', async () => {
    const { db } = database;
    const town = await addReport(db, { name: '甲镇' });
    const county = await addReport(db, { name: '乙县' });
    const agencyIds = [town.agencyId, county.agencyId];
    await addPublication(db, town, { body: '{"a":1}' });
    await addPublication(db, { ...county, kind: 'consolidated' }, { body: '{"a":2}' });
    await addPublication(db, { ...town, year: 2021 }, { body: '{"a":3}' });
    await addPublication(db, town, { body: '{"a":4}', action: 'corrected' });
    expect(await list({ agencyIds })).toEqual([
      ['甲镇', 2020, 'corrected'],
      ['甲镇', 2021, 'published'],
      ['乙县', 2020, 'published'],
    ]);
    expect(await list({ agencyIds, year: 2020, kind: 'own' })).toEqual([['甲镇', 2020, 'corrected']]);
    expect(await list({ agencyIds }, { limit: 1, offset: 1 })).toEqual([['甲镇', 2021, 'published']]);
    expect(await listPublicYears(db, { agencyIds })).toEqual([
      { year: 2021, reports: 1 },
      { year: 2020, reports: 2 },
    ]);
    expect(await countPublicReports(db, { agencyIds })).toEqual([
      { agencyId: town.agencyId, reports: 2, latestYear: 2021 },
      { agencyId: county.agencyId, reports: 1, latestYear: 2020 },
    ]);
  });

  test('never is another report’s revision', async () => {
    const key = await addReport(database.db);
    await addRevision(database.db, key);
    const elsewhere = { ...key, year: 1999, revision: 1, action: 'published', publishedOn: '2021-01-20' } as const;
    const row = { ...elsewhere, firstSource: null, note: null, userId: null };
    await expect(appendPublication(database.db, row)).rejects.toMatchObject({
      cause: { constraint: 'publication_revision' },
    });
  });
});
