import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addPublication, addReport, addRevision } from '../../testing/samples.ts';
import type { ReportKey } from '../common/report-key.ts';
import { getReportFacts, listAgenciesAtWork, listReportFacts } from './report-facts.ts';
import { appendReview } from '../review/reviews.ts';
import { deleteSchedule, listDue, putSchedule } from '../publication/schedules.ts';

describe.each(engines)('facts of reports on %s', (engine) => {
  let database: OpenDatabase;
  let published: ReportKey;
  let submitted: ReportKey;

  beforeAll(async () => {
    database = await testDatabase(engine);
    const { db } = database;
    published = await addReport(db, { name: '青原镇人民政府' });
    await addPublication(db, published, { body: '{"a":1}' });
    await addPublication(db, published, { body: '{"a":2}', action: 'corrected' });
    submitted = await addReport(db, { name: '白石镇人民政府' });
    const { number: revision } = await addRevision(db, submitted);
    for (const action of ['submitted', 'accepted'] as const) await appendReview(db, { ...submitted, revision, action });
  });
  afterAll(() => database.close());

  test('are the last revision with its last step, and the last event in public', async () => {
    const [one, two] = [await getReportFacts(database.db, published), await getReportFacts(database.db, submitted)];
    expect(one).toMatchObject({ revision: { number: 2 }, review: null, shown: { action: 'corrected', revision: 2 } });
    expect(two).toMatchObject({ draft: null, revision: { number: 1 }, review: { action: 'accepted' }, shown: null });
    const all = await listReportFacts(database.db, { agencyIds: [published.agencyId, submitted.agencyId] });
    expect(all).toHaveLength(2);
    expect(all).toEqual(expect.arrayContaining([one, two]));
  });

  test('are empty for a report that nothing was done to', async () => {
    const key = { ...published, year: 2019 };
    const nothing = { draft: null, revision: null, review: null, shown: null, schedule: null };
    expect(await getReportFacts(database.db, key)).toEqual({ ...key, ...nothing });
  });

  test('are at work where a revision never was public', async () => {
    const both = [published.agencyId, submitted.agencyId];
    expect(await listAgenciesAtWork(database.db, both)).toEqual([submitted.agencyId]);
  });

  test('name a publication to come, set again in its place, until it is called off', async () => {
    const { db } = database;
    const [early, late] = [new Date('2021-01-20T00:00:00Z'), new Date('2021-01-25T00:00:00Z')];
    for (const due of [early, late]) await putSchedule(db, { ...submitted, revision: 1, due, userId: null });
    expect((await getReportFacts(db, submitted)).schedule).toMatchObject({ due: late, revision: 1 });
    expect(await listDue(db, early)).toEqual([]);
    expect(await listDue(db, late)).toEqual([submitted]);
    await deleteSchedule(db, submitted);
    expect((await getReportFacts(db, submitted)).schedule).toBeNull();
  });
});
