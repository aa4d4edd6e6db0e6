import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../open/open-database.ts';
import { engines, testDatabase } from '../testing/index.ts';
import { addReport, addRevision } from '../testing/samples.ts';
import { appendPublication, type Publication } from './publications.ts';
import type { ReportKey } from './report-key.ts';
import { getPublicReport, listPublicReports, listPublicYears, type PublicReportFilter } from './reports.ts';

describe.each(engines)('what the public is shown on %s', (engine) => {
  let database: OpenDatabase;
  const publish = async (key: ReportKey, action: Publication['action'], publishedOn: string, body: string) => {
    const { number: revision } = await addRevision(database.db, key, body);
    return appendPublication(database.db, {
      ...key,
      revision,
      action,
      publishedOn,
      firstSource: null,
      note: null,
      userId: null,
    });
  };
  const list = async (filter: PublicReportFilter, page: { limit: number; offset?: number } = { limit: 10 }) =>
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
    const key = await addReport(database.db);
    await publish(key, 'published', '2021-01-20', '{"a":1}');
    await publish(key, 'corrected', '2021-03-02', '{"a":2}');
    const report = await getPublicReport(database.db, key);
    expect(report?.revision?.body).toBe('{"a":2}');
    expect(report?.events.map(({ number, action, publishedOn }) => [number, action, publishedOn])).toEqual([
      [1, 'published', '2021-01-20'],
      [2, 'corrected', '2021-03-02'],
    ]);
  });

  test('is no content once a report is withdrawn, and content again once it is back', async () => {
    const key = await addReport(database.db, { name: '撤下的镇' });
    const agencyIds = [key.agencyId];
    await publish(key, 'published', '2021-01-20', '{"a":1}');
    await publish(key, 'withdrawn', '2021-02-01', '{"a":1}');
    expect(await getPublicReport(database.db, key)).toMatchObject({
      revision: null,
      events: [{}, { action: 'withdrawn' }],
    });
    expect(await list({ agencyIds })).toEqual([]);
    expect(await list({ agencyIds, withdrawn: true })).toEqual([['撤下的镇', 2020, 'withdrawn']]);
    expect(await listPublicYears(database.db, { agencyIds })).toEqual([]);
    await publish(key, 'published', '2021-02-05', '{"a":3}');
    expect(await getPublicReport(database.db, key)).toMatchObject({ revision: { body: '{"a":3}' } });
    expect(await list({ agencyIds })).toEqual([['撤下的镇', 2020, 'published']]);
  });

  test('is listed the latest first, each report once, by agency, year and kind', async () => {
    const town = await addReport(database.db, { name: '甲镇' });
    const county = await addReport(database.db, { name: '乙县' });
    const agencyIds = [town.agencyId, county.agencyId];
    await publish(town, 'published', '2021-01-20', '{"a":1}');
    await publish({ ...county, kind: 'consolidated' }, 'published', '2021-03-20', '{"a":2}');
    await publish({ ...town, year: 2021 }, 'published', '2022-01-20', '{"a":3}');
    await publish(town, 'corrected', '2022-02-01', '{"a":4}');
    expect(await list({ agencyIds })).toEqual([
      ['甲镇', 2020, 'corrected'],
      ['甲镇', 2021, 'published'],
      ['乙县', 2020, 'published'],
    ]);
    expect(await list({ agencyIds, year: 2020, kind: 'own' })).toEqual([['甲镇', 2020, 'corrected']]);
    expect(await list({ agencyIds }, { limit: 1, offset: 1 })).toEqual([['甲镇', 2021, 'published']]);
    expect(await listPublicYears(database.db, { agencyIds })).toEqual([
      { year: 2021, reports: 1 },
      { year: 2020, reports: 2 },
    ]);
  });

  test('never is another report’s revision', async () => {
    const key = await addReport(database.db);
    await addRevision(database.db, key);
    const elsewhere = { ...key, year: 1999, revision: 1, action: 'published', publishedOn: '2021-01-20' } as const;
    const refused = expect(
      appendPublication(database.db, { ...elsewhere, firstSource: null, note: null, userId: null }),
    ).rejects;
    await refused.toMatchObject({ cause: { constraint: 'publication_revision' } });
  });
});
