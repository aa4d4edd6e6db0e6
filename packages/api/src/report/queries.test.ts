import { appendPublication, putPassages } from '@gongkai/db/publication';
import { appendRevision } from '@gongkai/db/report';
import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportKey } from '../common/schemas.ts';
import { createPublicContext } from '../context.ts';
import { createCaller, type Caller } from '../router.ts';
import { failureOf, openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';
import { toCanonicalReport } from './canonical-report.ts';

describe.each(engines)('what the public reads on %s', (engine) => {
  let fixture: CountyFixture;
  let reader: Caller;
  let key: ReportKey;
  const digests: string[] = [];

  /** Appends a later event, as a correction or withdrawal does. */
  const follow = async (action: 'corrected' | 'withdrawn', sentence: string, note: string) => {
    const { db } = fixture.database;
    const report = sampleReport(key, sentence);
    const sealed = toCanonicalReport(report);
    const row = { ...key, form: report.form, title: report.title, origin: 'entered', createdBy: null } as const;
    const { number: revision } = await appendRevision(db, { ...row, ...sealed });
    const event = { ...key, revision, action, publishedOn: '2021-03-01', firstSource: null, note, userId: null };
    await appendPublication(db, event);
    return sealed.digest;
  };

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    reader = createCaller(createPublicContext(fixture.services));
    key = { agencyId: fixture.agencies.town, year: 2020, kind: 'own' };
    const [published] = await fixture.publish(key, sampleReport(key, '第一稿。'));
    digests.push(published!.digest);
  });
  afterAll(() => fixture.close());

  test('is the newest revision after a correction, with every step and the older one by its digest', async () => {
    digests.push(await follow('corrected', '第二稿。', '更正一处文字'));
    const { summary, revision, history } = await reader.report.get(key);
    expect(summary).toMatchObject({
      digest: digests[1],
      corrections: 1,
      state: 'published',
      publishedOn: '2021-01-15',
    });
    expect(revision.number).toBe(2);
    expect(history).toMatchObject([
      { type: 'published', digest: digests[0] },
      { type: 'corrected', digest: digests[1], note: '更正一处文字' },
    ]);
    const older = await reader.report.byDigest({ digest: digests[0]! });
    expect(older.revision.number).toBe(1);
    expect(older.summary.digest).toBe(digests[1]);
    expect(older.report.sections[0]!.blocks[0]).toMatchObject({ text: '第一稿。' });
  });

  test('is no revision that was never published', async () => {
    const sealed = toCanonicalReport(sampleReport(key, '未公布的一稿。'));
    const row = { ...key, form: 'x', title: 'x', origin: 'entered', createdBy: null } as const;
    await appendRevision(fixture.database.db, { ...row, ...sealed });
    const asked = reader.report.byDigest({ digest: sealed.digest });
    expect(await failureOf(asked)).toMatchObject({ code: 'not_found', message: expect.stringContaining('没有公布') });
  });

  test('is only title and steps once a report is withdrawn, at every address', async () => {
    await follow('withdrawn', '第二稿。', '内容有误');
    await putPassages(fixture.database.db, key, []);
    for (const shown of [await reader.report.get(key), await reader.report.byDigest({ digest: digests[0]! })]) {
      expect(shown.summary.state).toBe('withdrawn');
      expect(JSON.stringify(shown)).not.toContain('稿。');
      expect(shown.report.title).toContain('2020年');
      expect(shown.findings).toEqual([]);
      expect(shown.history.at(-1)).toMatchObject({ type: 'withdrawn', note: '内容有误' });
    }
    expect(await failureOf(fixture.services.report.canonical(key))).toMatchObject({ code: 'withdrawn' });
    expect(await reader.report.latest({})).toEqual([]);
    expect((await reader.agency.list()).find(({ id }) => id === key.agencyId)).toMatchObject({
      reportCount: 0,
      latestYear: null,
    });
    expect((await reader.agency.get({ id: key.agencyId })).reports).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('differs in its message from a report that does not exist', async () => {
    expect(await failureOf(reader.report.get({ ...key, year: 2013 }))).toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('没有这份报告'),
    });
    const nowhere = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
    expect(await failureOf(reader.agency.get(nowhere))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(reader.agency.get({ id: '../etc' }))).toMatchObject({ code: 'invalid_input' });
  });
});
