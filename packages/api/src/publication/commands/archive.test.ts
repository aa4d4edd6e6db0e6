import { createHash } from 'node:crypto';
import { listRevisionAttachments } from '@gongkai/db/draft';
import { getFigures, listRevisions } from '@gongkai/db/report';
import { engines } from '@gongkai/db/testing';
import { figureVector, formOf, withValue } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportKey } from '../../common/schemas.ts';
import { createPublicContext } from '../../context.ts';
import { createCaller, type Caller } from '../../router.ts';
import { failureOf, openCountyFixture, sampleReport, type CountyFixture } from '../../testing/county-fixture.ts';

describe.each(engines)('publishing what was published elsewhere, on %s', (engine) => {
  let fixture: CountyFixture;
  let clerk: Caller;
  let reader: Caller;
  let town: string;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    town = fixture.agencies.town;
    const roles = ['drafter', 'publisher'] as const;
    clerk = createCaller(await fixture.signIn('经办人', ...roles.map((role) => ({ agencyId: town, role }))));
    reader = createCaller(createPublicContext(fixture.services));
  });
  afterAll(() => fixture.close());

  const keyOf = (year: number): ReportKey => ({ agencyId: town, year, kind: 'own' });
  const drafted = async (year: number) => {
    const form = new FormData();
    form.set('input', JSON.stringify({ ...keyOf(year), report: sampleReport(keyOf(year)) }));
    form.set('file', new File([`${year}年年报`], `${year}.txt`, { type: 'text/plain' }));
    await clerk.draft.start(form);
    return {
      ...keyOf(year),
      lockVersion: 1,
      publishedOn: `${year + 1}-01-12`,
      sourceUrl: 'https://example.org/nb.html',
    };
  };

  test('makes a revision, its figures, its attachment and its event, and takes the draft away', async () => {
    const { db } = fixture.database;
    const key = keyOf(2020);
    const { digest, path } = await clerk.publication.publishArchived(await drafted(2020));
    expect(path).toBe(`/reports/${town}/2020/own`);

    const published = await reader.report.get(key);
    expect(published).toMatchObject({
      summary: { ...key, digest, publishedOn: '2021-01-12', origin: 'archived', state: 'published', corrections: 0 },
      revision: { number: 1, digest },
      firstSource: { url: 'https://example.org/nb.html', file: '2020.txt', publishedOn: '2021-01-12' },
      history: [{ type: 'published', digest }],
    });
    const { report } = published;
    const revision = { ...key, revision: 1 };
    expect((await getFigures(db, revision))?.cells).toEqual(figureVector(formOf(report.form), report.tables));
    expect(await listRevisionAttachments(db, revision)).toMatchObject([{ name: '2020.txt' }]);
    expect(await clerk.draft.list()).toEqual([]);
  });

  test('hashes the canonical JSON that it keeps: keys in order, nothing between them', async () => {
    const { body, digest } = await fixture.services.report.canonical(keyOf(2020));
    expect(createHash('sha256').update(body).digest('hex')).toBe(digest);
    expect(body).toMatch(/^\{"\$schema":"urn:[^"]+","agency":\{"id":/);
    expect(JSON.parse(body)).toEqual((await reader.report.get(keyOf(2020))).report);
  });

  test('keeps what fails, shows it and repairs nothing', async () => {
    const key = keyOf(2019);
    const input = await drafted(2019);
    const wrong = withValue(formOf(sampleReport(key).form), sampleReport(key), '三.一.总计', 5);
    await clerk.draft.save({ ...key, lockVersion: 1, report: wrong });
    await clerk.publication.publishArchived({ ...input, lockVersion: 2 });
    const { report, findings } = await reader.report.get(key);
    expect(report.tables).toEqual(wrong.tables);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'R31', verdict: 'fail', severity: 'block' }));
  });

  test('checks a report with the one of the year before', async () => {
    const key = keyOf(2020);
    expect((await reader.report.get(key)).years).toEqual([{ year: 2019, kind: 'own' }]);
    const input = await drafted(2021);
    const report = sampleReport(keyOf(2021));
    const carried = withValue(formOf(report.form), report, '三.二.总计', 3);
    await clerk.draft.save({ ...keyOf(2021), lockVersion: 1, report: carried });
    await clerk.publication.publishArchived({ ...input, lockVersion: 2 });
    const { findings } = await reader.report.get(keyOf(2021));
    expect(findings.map(({ rule }) => rule)).toContain('R60');
  });

  test('is done once for a report', async () => {
    expect(await failureOf(clerk.draft.start(keyOf(2020)))).toMatchObject({ code: 'already_published' });
    const again = fixture.publish(keyOf(2020), sampleReport(keyOf(2020)));
    expect(await failureOf(again)).toMatchObject({ code: 'already_published' });
    expect(await listRevisions(fixture.database.db, keyOf(2020))).toHaveLength(1);
  });

  test.each([
    ['on a version that was not seen', { lockVersion: 9 }, 'stale_draft'],
    ['on a day to come', { publishedOn: '2022-01-21' }, 'invalid_input'],
    ['before the year that it is about', { publishedOn: '2017-12-31' }, 'invalid_input'],
    ['with an address that is none', { sourceUrl: 'javascript:alert(1)' }, 'invalid_input'],
    ['of a year without a draft', { year: 2016 }, 'not_found'],
  ])('changes nothing %s', async (_name, change, code) => {
    const { start, discard } = clerk.draft;
    const key = keyOf(2018);
    await start({ ...key, report: { ...sampleReport(keyOf(2019)), year: 2018 } });
    const input = { ...key, lockVersion: 1, publishedOn: '2019-01-20', ...change };
    expect(await failureOf(clerk.publication.publishArchived(input))).toMatchObject({ code });
    expect(await failureOf(reader.report.get(key))).toMatchObject({ code: 'not_found' });
    expect(await listRevisions(fixture.database.db, key)).toEqual([]);
    await discard({ ...key, lockVersion: 1 });
  });

  test('of two concurrent publications, one succeeds', async () => {
    const key = keyOf(2014);
    await clerk.draft.start({ ...key, report: { ...sampleReport(keyOf(2019)), year: 2014 } });
    const both = { ...key, lockVersion: 1, publishedOn: '2015-01-20' };
    const outcomes = await Promise.allSettled([1, 2].map(() => clerk.publication.publishArchived(both)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await reader.report.get(key)).history).toHaveLength(1);
  });

  test('archives many reports in one transaction', async () => {
    const keys = [2012, 2013].map(keyOf);
    const archive = (last: object) =>
      fixture.services.publication.archiveAll(
        { userId: null },
        keys.map((key, index) => ({
          ...key,
          report: { ...sampleReport(keyOf(2019)), year: key.year, ...(index === 1 ? last : {}) },
          publishedOn: '2014-02-01',
        })),
      );
    expect(await failureOf(archive({ year: 1999 }))).toMatchObject({ code: 'invalid_report' });
    expect(await failureOf(reader.report.get(keys[0]!))).toMatchObject({ code: 'not_found' });
    expect(await archive({})).toHaveLength(2);
    expect((await reader.agency.get({ id: town })).reports.map(({ year }) => year)).toEqual([
      2021, 2020, 2019, 2014, 2013, 2012,
    ]);
  });
});
