import { getFigures, listRevisionAttachments } from '@gongkai/db';
import { engines } from '@gongkai/db/testing';
import { explain, figureVector, formOf, withValue, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportKey } from '../common/schemas.ts';
import { createCaller, type Caller } from '../router.ts';
import { failureOf, openWorld, sampleReport, type World } from '../testing/world.ts';

describe.each(engines)('review on %s', (engine) => {
  let world: World;
  let drafter: Caller;
  let reviewer: Caller;
  let both: Caller;

  beforeAll(async () => {
    world = await openWorld(engine);
    const { town: agencyId, county } = world.agencies;
    drafter = createCaller(await world.signIn('填报人甲', { agencyId, role: 'drafter' }));
    reviewer = createCaller(await world.signIn('审核人乙', { agencyId: county, role: 'reviewer' }));
    both = createCaller(
      await world.signIn('多面手丙', { agencyId: county, role: 'drafter' }, { agencyId: county, role: 'reviewer' }),
    );
  });
  afterAll(() => world.close());

  const keyOf = (year: number): ReportKey => ({ agencyId: world.agencies.town, year, kind: 'own' });
  const reportOf = (year: number, sentence?: string): Report => sampleReport(keyOf(year), sentence);
  const start = (year: number, report = reportOf(year)) => drafter.draft.start({ ...keyOf(year), report });
  const submitted = async (year: number) => {
    await start(year);
    return drafter.review.submit({ ...keyOf(year), lockVersion: 1 });
  };

  test('handing in makes a revision with its figures and files, and takes the draft away', async () => {
    const key = keyOf(2023);
    const form = new FormData();
    form.set(
      'input',
      JSON.stringify({ ...key, report: reportOf(2023), provenance: { a: { raw: '1', certainty: 'read' } } }),
    );
    form.set('file', new File(['原文'], '2023.txt', { type: 'text/plain' }));
    await drafter.draft.start(form);
    const { revision, digest } = await drafter.review.submit({ ...key, lockVersion: 1, note: '请审核' });
    expect(revision).toBe(1);
    expect(await failureOf(drafter.draft.get(key))).toMatchObject({ code: 'not_found' });
    const seen = await reviewer.review.revision(key);
    expect(seen).toMatchObject({
      ...{ revision: 1, digest, createdBy: '填报人甲', authors: ['填报人甲'], findings: [] },
      provenance: { a: { raw: '1' } },
      state: { stage: 'submitted', by: '填报人甲', note: '请审核', since: '2022-01-20T06:00:00.000Z' },
      steps: [{ action: 'submitted', by: '填报人甲', note: '请审核' }],
    });
    expect(seen.report.origin).toEqual({ type: 'entered' });
    const row = { ...key, revision: 1 };
    expect((await getFigures(world.database.db, row))?.cells).toEqual(
      figureVector(formOf(seen.report.form), seen.report.tables),
    );
    expect(await listRevisionAttachments(world.database.db, row)).toMatchObject([{ name: '2023.txt' }]);
    expect((await reviewer.review.list()).filter(({ year }) => year === 2023)).toMatchObject([
      { ...key, agencyName: '云溪县青原镇人民政府', title: seen.report.title, state: { stage: 'submitted' } },
    ]);
    expect(await failureOf(drafter.draft.start(key))).toMatchObject({ code: 'wrong_state' });
  });

  test('a recalled report is a draft again, with its file and where its figures came from', async () => {
    const key = keyOf(2023);
    expect(await drafter.review.recall({ ...key, note: '再核一遍' })).toEqual({ lockVersion: 1 });
    expect(await drafter.draft.get(key)).toMatchObject({ sourceFile: '2023.txt', provenance: { a: { raw: '1' } } });
    expect((await drafter.review.history(key)).state).toMatchObject({ stage: 'draft', by: '填报人甲' });
    expect(await failureOf(reviewer.review.accept({ ...key, revision: 1 }))).toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('填报中'),
      details: { state: { stage: 'draft' } },
    });
    expect(await failureOf(drafter.draft.discard({ ...key, lockVersion: 1 }))).toMatchObject({ code: 'wrong_state' });
    expect(await drafter.review.submit({ ...key, lockVersion: 1 })).toMatchObject({ revision: 2 });
  });

  test('what blocks is refused with the list, and so is what is not explained', async () => {
    const key = keyOf(2024);
    const form = formOf(reportOf(2024).form);
    const wrong = withValue(form, reportOf(2024), '三.一.总计', 5);
    await start(2024, wrong);
    const blocked = await failureOf(drafter.review.submit({ ...key, lockVersion: 1 }));
    expect(blocked).toMatchObject({ code: 'blocked_by_findings' });
    expect(blocked.details).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'R31', severity: 'block' })]),
    });
    expect(await drafter.draft.get(key)).toMatchObject({ lockVersion: 1 });
    expect((await drafter.review.history(key)).steps).toEqual([]);
  });

  test('an explanation goes with the report as long as what it speaks of stands', async () => {
    const key = keyOf(2021);
    const sample = sampleReport(key);
    const form = formOf(sample.form);
    const odd = withValue(form, sample, 'disclosure.normativeDocuments.issued', 3);
    await start(2021, odd);
    const refused = await failureOf(drafter.review.submit({ ...key, lockVersion: 1 }));
    expect(refused).toMatchObject({ code: 'unexplained_findings', details: { findings: [{ rule: 'R22' }] } });
    const { findings } = await drafter.draft.get(key);
    const finding = findings.find(({ rule }) => rule === 'R22')!;

    const lapses = {
      ...withValue(form, odd, 'disclosure.normativeDocuments.issued', 4),
      explanations: [explain(odd, finding, '三件次年施行。')],
    };
    await drafter.draft.save({ ...key, lockVersion: 1, report: lapses });
    expect(await failureOf(drafter.review.submit({ ...key, lockVersion: 2 }))).toMatchObject({
      code: 'unexplained_findings',
    });

    const leftOver = { rule: 'R99', cells: {}, text: '已无此问题。' };
    const held = { ...odd, explanations: [explain(odd, finding, '三件次年施行。'), leftOver] };
    await drafter.draft.save({ ...key, lockVersion: 2, report: held });
    await drafter.review.submit({ ...key, lockVersion: 3 });
    const { report } = await reviewer.review.revision(key);
    expect(report.explanations.map(({ text }) => text)).toEqual(['三件次年施行。']);
  });

  test('a draft is handed in only as its editor saw it, and never as what was published elsewhere', async () => {
    const key = keyOf(2025);
    await start(
      2025,
      withValue(formOf(reportOf(2025).form), { ...reportOf(2025), origin: { type: 'archived' } }, '三.一.总计', 5),
    );
    expect(await failureOf(drafter.review.submit({ ...key, lockVersion: 4 }))).toMatchObject({ code: 'stale_draft' });
    expect(await failureOf(drafter.review.submit({ ...key, lockVersion: 1 }))).toMatchObject({
      code: 'blocked_by_findings',
    });
  });

  test('nobody accepts what they had a hand in; the error says who may', async () => {
    const key = keyOf(2026);
    await start(2026);
    await both.draft.save({ ...key, lockVersion: 1, report: reportOf(2026, '改过的一句。') });
    await drafter.draft.save({ ...key, lockVersion: 2, report: reportOf(2026, '又改过的一句。') });
    await drafter.review.submit({ ...key, lockVersion: 3 });
    const refused = await failureOf(both.review.accept({ ...key, revision: 1 }));
    expect(refused).toMatchObject({ code: 'own_work', message: expect.stringContaining('审核人乙') });
    expect(refused.message).not.toContain('多面手丙');
    expect((await reviewer.review.history(key)).state.stage).toBe('submitted');

    // A hand in the revision before is a hand in this one.
    await drafter.review.recall(key);
    await drafter.review.submit({ ...key, lockVersion: 1 });
    expect(await failureOf(both.review.accept({ ...key, revision: 2 }))).toMatchObject({ code: 'own_work' });
    expect(await failureOf(reviewer.review.accept({ ...key, revision: 1 }))).toMatchObject({ code: 'stale_revision' });
    await reviewer.review.accept({ ...key, revision: 2, note: '同意' });
    expect((await drafter.review.history(key)).state).toMatchObject({
      stage: 'accepted',
      by: '审核人乙',
      note: '同意',
    });
  });

  test('a returned report is a draft with reasons and comments, each answered before it is handed in again', async () => {
    const key = keyOf(2027);
    await submitted(2027);
    const back = {
      ...key,
      revision: 1,
      reasons: ['figures', 'wording'] as const,
      note: '请核对后重报',
      comments: [
        { target: 'cell', place: 'requests.received.total', text: '与台账不符' },
        { target: 'section', place: 'overview', text: '请补充平台建设' },
        { target: 'rule', place: 'R31', text: '请说明' },
        { target: 'report', text: '请全文校对' },
      ] as const,
    };
    const nowhere = [{ target: 'cell', place: 'requests.received.nobody', text: '？' }] as const;
    expect(await failureOf(reviewer.review.return({ ...back, comments: [...nowhere] } as never))).toMatchObject({
      code: 'invalid_input',
    });
    expect((await reviewer.review.history(key)).state.stage).toBe('submitted');
    await reviewer.review.return(back as never);
    const { state, comments } = await drafter.review.history(key);
    expect(state).toMatchObject({
      stage: 'returned',
      by: '审核人乙',
      reasons: ['figures', 'wording'],
      note: '请核对后重报',
    });
    expect(comments.map(({ target, place, text, by }) => [target, place, text, by])).toEqual([
      ['cell', 'requests.received.total', '与台账不符', '审核人乙'],
      ['section', 'overview', '请补充平台建设', '审核人乙'],
      ['rule', 'R31', '请说明', '审核人乙'],
      ['report', undefined, '请全文校对', '审核人乙'],
    ]);

    const open = await failureOf(drafter.review.submit({ ...key, lockVersion: 1 }));
    expect(open).toMatchObject({ code: 'open_comments', message: expect.stringContaining('4 条') });
    for (const { number } of comments)
      await drafter.review.reply({ ...key, revision: 1, comment: number, text: `已处理${number}` });
    const gone = drafter.review.reply({ ...key, revision: 1, comment: 9, text: '？' });
    expect(await failureOf(gone)).toMatchObject({ code: 'not_found' });
    await drafter.draft.save({ ...key, lockVersion: 1, report: reportOf(2027, '补充过的一句。') });
    await drafter.review.submit({ ...key, lockVersion: 2 });

    const again = await reviewer.review.revision(key);
    expect(again).toMatchObject({ revision: 2, before: { revision: 1 } });
    expect(again.before!.report.sections[0]).not.toEqual(again.report.sections[0]);
    expect(again.comments.map(({ replies }) => replies)).toEqual(
      [1, 2, 3, 4].map((number) => [{ text: `已处理${number}`, by: '填报人甲', at: expect.any(String) }]),
    );
    const late = drafter.review.reply({ ...key, revision: 1, comment: 1, text: '再补一句' });
    expect(await failureOf(late)).toMatchObject({ code: 'wrong_state' });
  });

  test('returning takes a reason that is on the list, and a word where it is “other”', async () => {
    const key = { ...keyOf(2028), revision: 1 };
    await submitted(2028);
    for (const input of [{ reasons: [] }, { reasons: ['mood'] }, { reasons: ['other'] }])
      expect(await failureOf(reviewer.review.return({ ...key, ...input } as never))).toMatchObject({
        code: 'invalid_input',
      });
    await reviewer.review.return({ ...key, reasons: ['other'], note: '换人填报' });
    expect((await drafter.draft.get(keyOf(2028))).report.year).toBe(2028);
  });

  test('an accepted report can be returned while it is not public, and a publication to come is called off', async () => {
    const key = keyOf(2029);
    const { digest } = await submitted(2029);
    await reviewer.review.accept({ ...key, revision: 1 });
    const publisher = createCaller(await world.signIn('公布人', { agencyId: key.agencyId, role: 'publisher' }));
    await publisher.publication.schedule({ ...key, digest, due: '2022-01-25T01:00:00Z' });
    expect((await publisher.review.history(key)).state).toMatchObject({ stage: 'scheduled', by: '公布人' });
    await reviewer.review.return({ ...key, revision: 1, reasons: ['late_change'] });
    world.passTo('2022-01-26T00:00:00Z');
    expect(await world.services.publication.publishDue()).toEqual({ published: [], failed: [] });
    expect((await drafter.review.history(key)).state).toMatchObject({ stage: 'returned', reasons: ['late_change'] });
  });

  test('a submitted report is read by those who have a role for it, and by no other', async () => {
    const elsewhere = { agencyId: world.agencies.otherTown, role: 'reviewer' } as const;
    const stranger = createCaller(await world.signIn('外县审核人', elsewhere));
    expect(await failureOf(stranger.review.revision(keyOf(2023)))).toMatchObject({ code: 'forbidden' });
    expect(await stranger.review.list()).toEqual([]);
    expect(await failureOf(reviewer.review.revision(keyOf(2019)))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(reviewer.draft.get(keyOf(2027)))).toMatchObject({ code: 'forbidden' });
  });

  test('of a save and a handing in at once, one is done and the other refused', async () => {
    for (let year = 2041; year <= 2046; year++) {
      const key = keyOf(year);
      await start(year);
      const outcomes = await Promise.allSettled([
        drafter.draft.save({ ...key, lockVersion: 1, report: reportOf(year, '新的一句。') }),
        drafter.review.submit({ ...key, lockVersion: 1 }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { state } = await drafter.review.history(key);
      expect(state.stage).toBe(outcomes[0].status === 'fulfilled' ? 'draft' : 'submitted');
    }
  });

  test('of two reviewers who decide at once, one does', async () => {
    const key = { ...keyOf(2030), revision: 1 };
    await submitted(2030);
    const outcomes = await Promise.allSettled([
      reviewer.review.accept(key),
      reviewer.review.accept(key),
      drafter.review.recall(keyOf(2030)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await drafter.review.history(keyOf(2030))).steps).toHaveLength(2);
  });
});
