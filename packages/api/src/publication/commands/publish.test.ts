import { engines } from '@gongkai/db/testing';
import { formOf, withValue, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportKey } from '../../common/schemas.ts';
import { createPublicContext } from '../../context.ts';
import { createCaller, type Caller } from '../../router.ts';
import { failureOf, openCountyFixture, sampleReport, type CountyFixture } from '../../testing/county-fixture.ts';

/** A moment years after every report of this file. */
const now = '2032-01-20T06:00:00Z';

describe.each(engines)('publishing what was accepted, on %s', (engine) => {
  let fixture: CountyFixture;
  let drafter: Caller;
  let reviewer: Caller;
  let publisher: Caller;
  let reader: Caller;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    fixture.passTo(now);
    const agencyId = fixture.agencies.town;
    drafter = createCaller(await fixture.signIn('填报人', { agencyId, role: 'drafter' }));
    reviewer = createCaller(await fixture.signIn('审核人', { agencyId, role: 'reviewer' }));
    publisher = createCaller(await fixture.signIn('公布人', { agencyId, role: 'publisher' }));
    reader = createCaller(createPublicContext(fixture.services));
  });
  afterAll(() => fixture.close());

  const keyOf = (year: number): ReportKey => ({ agencyId: fixture.agencies.town, year, kind: 'own' });
  const submit = async (key: ReportKey, report: Report) => {
    const { lockVersion } = await drafter.draft.get(key);
    const saved = await drafter.draft.save({ ...key, lockVersion, report });
    return drafter.review.submit({ ...key, lockVersion: saved.lockVersion });
  };
  const accepted = async (key: ReportKey, report = sampleReport(key)) => {
    if ((await drafter.review.history(key)).state.stage === 'none') await drafter.draft.start({ ...key, report });
    const handedIn = await submit(key, report);
    await reviewer.review.accept({ ...key, revision: handedIn.revision });
    return handedIn.digest;
  };
  const stageOf = async (key: ReportKey) => (await drafter.review.history(key)).state.stage;

  test('takes the accepted revision and no other', async () => {
    const key = keyOf(2021);
    await drafter.draft.start({ ...key, report: sampleReport(key) });
    const { digest } = await submit(key, sampleReport(key));
    expect(await failureOf(publisher.publication.publish({ ...key, digest }))).toMatchObject({ code: 'wrong_state' });
    await reviewer.review.accept({ ...key, revision: 1 });
    const other = 'f'.repeat(64);
    expect(await failureOf(publisher.publication.publish({ ...key, digest: other }))).toMatchObject({
      code: 'stale_revision',
    });
    expect(await failureOf(reader.report.get(key))).toMatchObject({ code: 'not_found' });
    expect(await publisher.publication.publish({ ...key, digest })).toEqual({
      digest,
      path: `/reports/${key.agencyId}/2021/own`,
    });
    const { summary, history } = await reader.report.get(key);
    expect(summary).toMatchObject({ digest, origin: 'entered', publishedOn: '2032-01-20', corrections: 0 });
    expect(history).toMatchObject([{ type: 'published', digest }]);
    expect((await reader.search.reports({ query: '惠民补贴' })).total).toBe(1);
    expect(await failureOf(publisher.publication.publish({ ...key, digest }))).toMatchObject({ code: 'wrong_state' });
  });

  test('a correction is drafted while the old one stays public, and shows its differences when it is published', async () => {
    const key = keyOf(2021);
    const before = await reader.report.get(key);
    expect(await failureOf(drafter.publication.correct({ ...key, publicNote: ' ' }))).toMatchObject({
      code: 'invalid_input',
    });
    await drafter.publication.correct({ ...key, publicNote: '更正自然人申请数量' });
    const unchanged = drafter.review.submit({ ...key, lockVersion: 1 });
    expect(await failureOf(unchanged)).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('相同'),
    });

    const form = formOf(before.report.form);
    const cells = ['requests.received.naturalPersons', 'requests.received.total', 'requests.granted.naturalPersons'];
    const more = [...cells, 'requests.granted.total', 'requests.total.naturalPersons', 'requests.total.total'];
    const corrected = more.reduce(
      (report, cell) => withValue(form, report, cell, 2),
      sampleReport(key, '更正后的一句。'),
    );
    const digest = await accepted(key, corrected);
    expect((await drafter.review.history(key)).state).toMatchObject({ stage: 'accepted', shown: 'published' });
    expect(await reader.report.get(key)).toEqual(before);

    await publisher.publication.publish({ ...key, digest });
    const { summary, history, report } = await reader.report.get(key);
    expect(summary).toMatchObject({ digest, corrections: 1, publishedOn: '2032-01-20' });
    expect(report.origin).toEqual({ type: 'entered' });
    expect(history[1]).toMatchObject({ type: 'corrected', note: '更正自然人申请数量', digest });
    expect(history[1]!.changes!.figures.map(({ cell }) => cell).sort()).toEqual(more.sort());
    expect(history[1]!.changes!.figures).toContainEqual({ cell: 'requests.received.total', before: 0, after: 2 });
    expect(history[1]!.changes!.texts).toEqual(['overview']);
    expect((await reader.search.reports({ query: '惠民补贴' })).total).toBe(0);
    expect((await reader.report.byDigest({ digest: before.summary.digest })).revision.number).toBe(1);
  });

  test('a correction may be given up, and what is public stays as it was', async () => {
    const key = keyOf(2021);
    const { lockVersion } = await drafter.publication.correct({ ...key, publicNote: '再更正' });
    expect(await failureOf(drafter.publication.correct({ ...key, publicNote: '再更正' }))).toMatchObject({
      code: 'wrong_state',
    });
    await drafter.draft.discard({ ...key, lockVersion });
    expect(await stageOf(key)).toBe('corrected');
    await drafter.publication.correct({ ...key, publicNote: '再更正' });
    const { revision } = await submit(key, sampleReport(key, '不会公布的一句。'));
    const back = await reviewer.review.return({ ...key, revision, reasons: ['wording'] });
    await drafter.draft.discard({ ...key, ...back });
    expect(await stageOf(key)).toBe('corrected');
    const shown = await reader.report.get(key);
    expect((await publisher.review.revision(key)).digest).toBe(shown.summary.digest);
  });

  test('withdrawal leaves a page that says why, and nothing to find', async () => {
    const key = keyOf(2021);
    expect(await failureOf(publisher.publication.withdraw({ ...key, reason: '' }))).toMatchObject({
      code: 'invalid_input',
    });
    await publisher.publication.withdraw({ ...key, reason: '涉及个人信息，正在处理' });
    const shown = await reader.report.get(key);
    expect(shown.summary.state).toBe('withdrawn');
    expect(shown.history.at(-1)).toMatchObject({ type: 'withdrawn', note: '涉及个人信息，正在处理' });
    expect(JSON.stringify(shown)).not.toMatch(/更正后的一句|"changes"/);
    expect((await reader.search.reports({ query: '更正后的一句' })).total).toBe(0);
    expect(await failureOf(publisher.publication.withdraw({ ...key, reason: '再撤' }))).toMatchObject({
      code: 'wrong_state',
    });
  });

  test('what was withdrawn comes back as a correction that went through review', async () => {
    const key = keyOf(2021);
    await drafter.publication.correct({ ...key, publicNote: '已删去个人信息，重新公布' });
    const digest = await accepted(key, sampleReport(key, '重新公布的一句。'));
    await publisher.publication.publish({ ...key, digest });
    const { summary, history } = await reader.report.get(key);
    expect(summary).toMatchObject({ state: 'published', digest, corrections: 2 });
    expect(history.map(({ type }) => type)).toEqual(['published', 'corrected', 'withdrawn', 'corrected']);
  });

  test('an archived report is corrected in the same way, and stays an archived one whatever fails in it', async () => {
    const key = keyOf(2020);
    const wrong = withValue(formOf(sampleReport(key).form), sampleReport(key), '三.一.总计', 5);
    await fixture.publish(key, wrong, '2021-01-15');
    await drafter.publication.correct({ ...key, publicNote: '录入时有误，已按原件更正' });
    const { report } = await drafter.draft.get(key);
    const digest = await accepted(key, {
      ...withValue(formOf(report.form), report, '三.一.总计', 6),
      origin: { type: 'entered' },
    });
    await publisher.publication.publish({ ...key, digest });
    const shown = await reader.report.get(key);
    expect(shown).toMatchObject({ summary: { origin: 'archived', publishedOn: '2021-01-15', corrections: 1 } });
    expect(shown.firstSource).toEqual({ publishedOn: '2021-01-15' });
    expect(shown.findings.map(({ rule }) => rule)).toContain('R31');
  });

  test('at a scheduled moment, once, by the first process', async () => {
    const key = keyOf(2022);
    const digest = await accepted(key);
    const schedule = (due: string) => publisher.publication.schedule({ ...key, digest, due });
    for (const due of ['2032-01-20T05:59:00Z', '2033-06-01T00:00:00Z'])
      expect(await failureOf(schedule(due))).toMatchObject({ code: 'invalid_input' });
    await schedule('2032-01-30T00:00:00Z');
    await schedule('2032-01-31T01:00:00Z');
    expect((await drafter.review.history(key)).state).toMatchObject({
      ...{ stage: 'scheduled', by: '公布人', due: '2032-01-31T01:00:00.000Z' },
    });
    fixture.passTo('2032-01-31T00:59:59Z');
    expect(await fixture.services.publication.publishDue()).toEqual({ published: [], failed: [] });
    fixture.passTo('2032-01-31T17:00:00Z');
    const runs = await Promise.all([1, 2, 3].map(() => fixture.services.publication.publishDue()));
    expect(runs.flatMap(({ published }) => published)).toEqual([key]);
    expect(runs.flatMap(({ failed }) => failed)).toEqual([]);
    const { summary, history } = await reader.report.get(key);
    expect(summary.publishedOn).toBe('2032-02-01');
    expect(history).toHaveLength(1);
    expect(await stageOf(key)).toBe('published');
    fixture.passTo(now);
  });

  test('a scheduled publication can be cancelled, or made immediately', async () => {
    const key = keyOf(2023);
    const digest = await accepted(key);
    expect(await failureOf(publisher.publication.unschedule(key))).toMatchObject({ code: 'wrong_state' });
    await publisher.publication.schedule({ ...key, digest, due: '2032-01-31T01:00:00Z' });
    await publisher.publication.unschedule(key);
    expect(await stageOf(key)).toBe('accepted');
    await publisher.publication.schedule({ ...key, digest, due: '2032-01-31T01:00:00Z' });
    await publisher.publication.publish({ ...key, digest });
    fixture.passTo('2032-02-01T00:00:00Z');
    expect(await fixture.services.publication.publishDue()).toEqual({ published: [], failed: [] });
    expect((await reader.report.get(key)).history).toHaveLength(1);
    fixture.passTo(now);
  });

  test('a report under review is not archived over the reviewer’s head', async () => {
    const key = keyOf(2024);
    await drafter.draft.start({ ...key, report: sampleReport(key) });
    await submit(key, sampleReport(key));
    await drafter.review.recall(key);
    const input = { ...key, lockVersion: 1, publishedOn: '2026-01-01' };
    expect(
      await failureOf(publisher.publication.publishArchived({ ...input, publishedOn: '2025-01-12' })),
    ).toMatchObject({
      code: 'wrong_state',
    });
    expect(await drafter.draft.get(key)).toMatchObject({ lockVersion: 1 });
    fixture.passTo(now);
  });
});
