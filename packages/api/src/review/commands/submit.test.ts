import { listRevisionAttachments } from '@gongkai/db/draft';
import { getFigures } from '@gongkai/db/report';
import { engines } from '@gongkai/db/testing';
import { explain, figureVector, formOf, withValue, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openWorkflowScenario, type WorkflowScenario } from '../../testing/workflow-scenario.ts';
import { failureOf } from '../../testing/county-fixture.ts';

describe.each(engines)('submission on %s', (engine) => {
  let fixture: WorkflowScenario;

  beforeAll(async () => {
    fixture = await openWorkflowScenario(engine);
    fixture.passTo('2032-01-20T06:00:00Z');
  });
  afterAll(() => fixture.close());

  const startWithFile = async (year: number) => {
    const provenance = { a: { raw: '1', certainty: 'read' } };
    const form = new FormData();
    form.set('input', JSON.stringify({ ...fixture.keyOf(year), report: fixture.reportOf(year), provenance }));
    form.set('file', new File(['原文'], `${year}.txt`, { type: 'text/plain' }));
    await fixture.drafter.draft.start(form);
  };

  test('submission makes a revision with its figures and files, and takes the draft away', async () => {
    const key = fixture.keyOf(2023);
    await startWithFile(2023);
    const { revision, digest } = await fixture.drafter.review.submit({ ...key, lockVersion: 1, note: '请审核' });
    expect(revision).toBe(1);
    expect(await failureOf(fixture.drafter.draft.get(key))).toMatchObject({ code: 'not_found' });
    const seen = await fixture.reviewer.review.revision(key);
    expect(seen).toMatchObject({
      ...{ revision: 1, digest, createdBy: '镇填报人', authors: ['镇填报人'], findings: [] },
      provenance: { a: { raw: '1' } },
      state: { stage: 'submitted', by: '镇填报人', note: '请审核', since: '2032-01-20T06:00:00.000Z' },
      steps: [{ action: 'submitted', by: '镇填报人', note: '请审核' }],
    });
    expect(seen.report.origin).toEqual({ type: 'entered' });
    const row = { ...key, revision: 1 };
    expect((await getFigures(fixture.database.db, row))?.cells).toEqual(
      figureVector(formOf(seen.report.form), seen.report.tables),
    );
    expect(await listRevisionAttachments(fixture.database.db, row)).toMatchObject([{ name: '2023.txt' }]);
    expect((await fixture.reviewer.review.list()).filter(({ year }) => year === 2023)).toMatchObject([
      { ...key, agencyName: '云溪县青原镇人民政府', title: seen.report.title, state: { stage: 'submitted' } },
    ]);
    expect(await failureOf(fixture.drafter.draft.start(key))).toMatchObject({ code: 'wrong_state' });
  });

  test('a recalled report is a draft again, with its file and where its figures came from', async () => {
    const key = fixture.keyOf(2022);
    await startWithFile(2022);
    await fixture.drafter.review.submit({ ...key, lockVersion: 1 });
    expect(await fixture.drafter.review.recall({ ...key, note: '再核一遍' })).toEqual({ lockVersion: 1 });
    expect(await fixture.drafter.draft.get(key)).toMatchObject({
      sourceFile: '2022.txt',
      provenance: { a: { raw: '1' } },
    });
    expect((await fixture.drafter.review.history(key)).state).toMatchObject({ stage: 'draft', by: '镇填报人' });
    expect(await failureOf(fixture.reviewer.review.accept({ ...key, revision: 1 }))).toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('填报中'),
      details: { state: { stage: 'draft' } },
    });
    expect(await failureOf(fixture.drafter.draft.discard({ ...key, lockVersion: 1 }))).toMatchObject({
      code: 'wrong_state',
    });
    expect(await fixture.drafter.review.submit({ ...key, lockVersion: 1 })).toMatchObject({ revision: 2 });
  });

  test('what blocks is refused with the list, and so is what is not explained', async () => {
    const key = fixture.keyOf(2024);
    const form = formOf(fixture.reportOf(2024).form);
    const wrong = withValue(form, fixture.reportOf(2024), '三.一.总计', 5);
    await fixture.start(2024, wrong);
    const blocked = await failureOf(fixture.drafter.review.submit({ ...key, lockVersion: 1 }));
    expect(blocked).toMatchObject({ code: 'blocked_by_findings' });
    expect(blocked.details).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'R31', severity: 'block' })]),
    });
    expect(await fixture.drafter.draft.get(key)).toMatchObject({ lockVersion: 1 });
    expect((await fixture.drafter.review.history(key)).steps).toEqual([]);
  });

  test('an explanation goes with the report as long as what it speaks of stands', async () => {
    const key = fixture.keyOf(2021);
    const sample = fixture.reportOf(2021);
    const form = formOf(sample.form);
    const odd = withValue(form, sample, 'disclosure.normativeDocuments.issued', 3);
    await fixture.start(2021, odd);
    const refused = await failureOf(fixture.drafter.review.submit({ ...key, lockVersion: 1 }));
    expect(refused).toMatchObject({ code: 'unexplained_findings', details: { findings: [{ rule: 'R22' }] } });
    const { findings } = await fixture.drafter.draft.get(key);
    const finding = findings.find(({ rule }) => rule === 'R22')!;

    const lapses = {
      ...withValue(form, odd, 'disclosure.normativeDocuments.issued', 4),
      explanations: [explain(odd, finding, '三件次年施行。')],
    };
    await fixture.drafter.draft.save({ ...key, lockVersion: 1, report: lapses });
    expect(await failureOf(fixture.drafter.review.submit({ ...key, lockVersion: 2 }))).toMatchObject({
      code: 'unexplained_findings',
    });

    const leftOver = { rule: 'R99', cells: {}, text: '已无此问题。' };
    const held = { ...odd, explanations: [explain(odd, finding, '三件次年施行。'), leftOver] };
    await fixture.drafter.draft.save({ ...key, lockVersion: 2, report: held });
    await fixture.drafter.review.submit({ ...key, lockVersion: 3 });
    const { report } = await fixture.reviewer.review.revision(key);
    expect(report.explanations.map(({ text }) => text)).toEqual(['三件次年施行。']);
  });

  test('a draft is submitted only as its editor saw it, and never as what was published elsewhere', async () => {
    const key = fixture.keyOf(2025);
    const archived: Report = { ...fixture.reportOf(2025), origin: { type: 'archived' } };
    await fixture.start(2025, withValue(formOf(archived.form), archived, '三.一.总计', 5));
    expect(await failureOf(fixture.drafter.review.submit({ ...key, lockVersion: 4 }))).toMatchObject({
      code: 'stale_draft',
    });
    expect(await failureOf(fixture.drafter.review.submit({ ...key, lockVersion: 1 }))).toMatchObject({
      code: 'blocked_by_findings',
    });
  });

  test('a submitted report is read by those who have a role for it, and by no other', async () => {
    const elsewhere = { agencyId: fixture.agencies.otherTown, role: 'reviewer' } as const;
    const stranger = createCaller(await fixture.signIn('外县审核人', elsewhere));
    await fixture.submit(2028);
    await fixture.start(2027);
    expect(await failureOf(stranger.review.revision(fixture.keyOf(2028)))).toMatchObject({ code: 'forbidden' });
    expect(await stranger.review.list()).toEqual([]);
    expect(await failureOf(fixture.reviewer.review.revision(fixture.keyOf(2019)))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(fixture.reviewer.draft.get(fixture.keyOf(2027)))).toMatchObject({ code: 'forbidden' });
  });

  test('of a concurrent save and submission, one succeeds and the other is refused', async () => {
    for (let year = 2041; year <= 2046; year++) {
      const key = fixture.keyOf(year);
      await fixture.start(year);
      const outcomes = await Promise.allSettled([
        fixture.drafter.draft.save({ ...key, lockVersion: 1, report: fixture.reportOf(year, '新的一句。') }),
        fixture.drafter.review.submit({ ...key, lockVersion: 1 }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { state } = await fixture.drafter.review.history(key);
      expect(state.stage).toBe(outcomes[0].status === 'fulfilled' ? 'draft' : 'submitted');
    }
  });
});
