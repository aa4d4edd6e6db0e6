import { listRevisionAttachments } from '@gongkai/db/draft';
import { getFigures } from '@gongkai/db/report';
import { engines } from '@gongkai/db/testing';
import { explain, figureVector, formOf, withValue, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openStaffedWorld, type StaffedWorld } from '../../testing/staffed-world.ts';
import { failureOf } from '../../testing/world.ts';

describe.each(engines)('handing in on %s', (engine) => {
  let world: StaffedWorld;

  beforeAll(async () => {
    world = await openStaffedWorld(engine);
    world.passTo('2032-01-20T06:00:00Z');
  });
  afterAll(() => world.close());

  const startWithFile = async (year: number) => {
    const provenance = { a: { raw: '1', certainty: 'read' } };
    const form = new FormData();
    form.set('input', JSON.stringify({ ...world.keyOf(year), report: world.reportOf(year), provenance }));
    form.set('file', new File(['原文'], `${year}.txt`, { type: 'text/plain' }));
    await world.drafter.draft.start(form);
  };

  test('handing in makes a revision with its figures and files, and takes the draft away', async () => {
    const key = world.keyOf(2023);
    await startWithFile(2023);
    const { revision, digest } = await world.drafter.review.submit({ ...key, lockVersion: 1, note: '请审核' });
    expect(revision).toBe(1);
    expect(await failureOf(world.drafter.draft.get(key))).toMatchObject({ code: 'not_found' });
    const seen = await world.reviewer.review.revision(key);
    expect(seen).toMatchObject({
      ...{ revision: 1, digest, createdBy: '镇填报人', authors: ['镇填报人'], findings: [] },
      provenance: { a: { raw: '1' } },
      state: { stage: 'submitted', by: '镇填报人', note: '请审核', since: '2032-01-20T06:00:00.000Z' },
      steps: [{ action: 'submitted', by: '镇填报人', note: '请审核' }],
    });
    expect(seen.report.origin).toEqual({ type: 'entered' });
    const row = { ...key, revision: 1 };
    expect((await getFigures(world.database.db, row))?.cells).toEqual(
      figureVector(formOf(seen.report.form), seen.report.tables),
    );
    expect(await listRevisionAttachments(world.database.db, row)).toMatchObject([{ name: '2023.txt' }]);
    expect((await world.reviewer.review.list()).filter(({ year }) => year === 2023)).toMatchObject([
      { ...key, agencyName: '云溪县青原镇人民政府', title: seen.report.title, state: { stage: 'submitted' } },
    ]);
    expect(await failureOf(world.drafter.draft.start(key))).toMatchObject({ code: 'wrong_state' });
  });

  test('a recalled report is a draft again, with its file and where its figures came from', async () => {
    const key = world.keyOf(2022);
    await startWithFile(2022);
    await world.drafter.review.submit({ ...key, lockVersion: 1 });
    expect(await world.drafter.review.recall({ ...key, note: '再核一遍' })).toEqual({ lockVersion: 1 });
    expect(await world.drafter.draft.get(key)).toMatchObject({
      sourceFile: '2022.txt',
      provenance: { a: { raw: '1' } },
    });
    expect((await world.drafter.review.history(key)).state).toMatchObject({ stage: 'draft', by: '镇填报人' });
    expect(await failureOf(world.reviewer.review.accept({ ...key, revision: 1 }))).toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('填报中'),
      details: { state: { stage: 'draft' } },
    });
    expect(await failureOf(world.drafter.draft.discard({ ...key, lockVersion: 1 }))).toMatchObject({
      code: 'wrong_state',
    });
    expect(await world.drafter.review.submit({ ...key, lockVersion: 1 })).toMatchObject({ revision: 2 });
  });

  test('what blocks is refused with the list, and so is what is not explained', async () => {
    const key = world.keyOf(2024);
    const form = formOf(world.reportOf(2024).form);
    const wrong = withValue(form, world.reportOf(2024), '三.一.总计', 5);
    await world.start(2024, wrong);
    const blocked = await failureOf(world.drafter.review.submit({ ...key, lockVersion: 1 }));
    expect(blocked).toMatchObject({ code: 'blocked_by_findings' });
    expect(blocked.details).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'R31', severity: 'block' })]),
    });
    expect(await world.drafter.draft.get(key)).toMatchObject({ lockVersion: 1 });
    expect((await world.drafter.review.history(key)).steps).toEqual([]);
  });

  test('an explanation goes with the report as long as what it speaks of stands', async () => {
    const key = world.keyOf(2021);
    const sample = world.reportOf(2021);
    const form = formOf(sample.form);
    const odd = withValue(form, sample, 'disclosure.normativeDocuments.issued', 3);
    await world.start(2021, odd);
    const refused = await failureOf(world.drafter.review.submit({ ...key, lockVersion: 1 }));
    expect(refused).toMatchObject({ code: 'unexplained_findings', details: { findings: [{ rule: 'R22' }] } });
    const { findings } = await world.drafter.draft.get(key);
    const finding = findings.find(({ rule }) => rule === 'R22')!;

    const lapses = {
      ...withValue(form, odd, 'disclosure.normativeDocuments.issued', 4),
      explanations: [explain(odd, finding, '三件次年施行。')],
    };
    await world.drafter.draft.save({ ...key, lockVersion: 1, report: lapses });
    expect(await failureOf(world.drafter.review.submit({ ...key, lockVersion: 2 }))).toMatchObject({
      code: 'unexplained_findings',
    });

    const leftOver = { rule: 'R99', cells: {}, text: '已无此问题。' };
    const held = { ...odd, explanations: [explain(odd, finding, '三件次年施行。'), leftOver] };
    await world.drafter.draft.save({ ...key, lockVersion: 2, report: held });
    await world.drafter.review.submit({ ...key, lockVersion: 3 });
    const { report } = await world.reviewer.review.revision(key);
    expect(report.explanations.map(({ text }) => text)).toEqual(['三件次年施行。']);
  });

  test('a draft is handed in only as its editor saw it, and never as what was published elsewhere', async () => {
    const key = world.keyOf(2025);
    const archived: Report = { ...world.reportOf(2025), origin: { type: 'archived' } };
    await world.start(2025, withValue(formOf(archived.form), archived, '三.一.总计', 5));
    expect(await failureOf(world.drafter.review.submit({ ...key, lockVersion: 4 }))).toMatchObject({
      code: 'stale_draft',
    });
    expect(await failureOf(world.drafter.review.submit({ ...key, lockVersion: 1 }))).toMatchObject({
      code: 'blocked_by_findings',
    });
  });

  test('a submitted report is read by those who have a role for it, and by no other', async () => {
    const elsewhere = { agencyId: world.agencies.otherTown, role: 'reviewer' } as const;
    const stranger = createCaller(await world.signIn('外县审核人', elsewhere));
    await world.handIn(2028);
    await world.start(2027);
    expect(await failureOf(stranger.review.revision(world.keyOf(2028)))).toMatchObject({ code: 'forbidden' });
    expect(await stranger.review.list()).toEqual([]);
    expect(await failureOf(world.reviewer.review.revision(world.keyOf(2019)))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(world.reviewer.draft.get(world.keyOf(2027)))).toMatchObject({ code: 'forbidden' });
  });

  test('of a save and a handing in at once, one is done and the other refused', async () => {
    for (let year = 2041; year <= 2046; year++) {
      const key = world.keyOf(year);
      await world.start(year);
      const outcomes = await Promise.allSettled([
        world.drafter.draft.save({ ...key, lockVersion: 1, report: world.reportOf(year, '新的一句。') }),
        world.drafter.review.submit({ ...key, lockVersion: 1 }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { state } = await world.drafter.review.history(key);
      expect(state.stage).toBe(outcomes[0].status === 'fulfilled' ? 'draft' : 'submitted');
    }
  });
});
