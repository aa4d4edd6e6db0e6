import { engines } from '@gongkai/db/testing';
import { forms } from '@gongkai/schema';
import { rulesOf } from '@gongkai/schema/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openWorkflowScenario, type WorkflowScenario } from '../../testing/workflow-scenario.ts';
import { failureOf } from '../../testing/county-fixture.ts';

describe.each(engines)('deciding on what was submitted, on %s', (engine) => {
  let fixture: WorkflowScenario;

  beforeAll(async () => {
    fixture = await openWorkflowScenario(engine);
    fixture.passTo('2032-01-20T06:00:00Z');
  });
  afterAll(() => fixture.close());

  test('an author cannot approve the revision; the error names those who may', async () => {
    const key = fixture.keyOf(2026);
    const { county: agencyId } = fixture.agencies;
    const both = createCaller(
      await fixture.signIn('多面手', { agencyId, role: 'drafter' }, { agencyId, role: 'reviewer' }),
    );
    await fixture.start(2026);
    await both.draft.save({ ...key, lockVersion: 1, report: fixture.reportOf(2026, '改过的一句。') });
    await fixture.drafter.draft.save({ ...key, lockVersion: 2, report: fixture.reportOf(2026, '又改过的一句。') });
    await fixture.drafter.review.submit({ ...key, lockVersion: 3 });
    const refused = await failureOf(both.review.accept({ ...key, revision: 1 }));
    expect(refused).toMatchObject({ code: 'own_work', message: expect.stringContaining('县审核人') });
    expect(refused.message).not.toContain('多面手');
    expect((await fixture.reviewer.review.history(key)).state.stage).toBe('submitted');

    // The authors of the previous revision are also authors of this one.
    await fixture.drafter.review.recall(key);
    await fixture.drafter.review.submit({ ...key, lockVersion: 1 });
    expect(await failureOf(both.review.accept({ ...key, revision: 2 }))).toMatchObject({ code: 'own_work' });
    expect(await failureOf(fixture.reviewer.review.accept({ ...key, revision: 1 }))).toMatchObject({
      code: 'stale_revision',
    });
    await fixture.reviewer.review.accept({ ...key, revision: 2, note: '同意' });
    expect((await fixture.drafter.review.history(key)).state).toMatchObject({
      stage: 'accepted',
      by: '县审核人',
      note: '同意',
    });
  });

  test('a returned report is a draft with reasons and comments, each answered before it is submitted again', async () => {
    const key = fixture.keyOf(2027);
    await fixture.submit(2027);
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
    expect(await failureOf(fixture.reviewer.review.return({ ...back, comments: [...nowhere] } as never))).toMatchObject(
      {
        code: 'invalid_input',
      },
    );
    expect((await fixture.reviewer.review.history(key)).state.stage).toBe('submitted');
    await fixture.reviewer.review.return(back as never);
    const { state, comments } = await fixture.drafter.review.history(key);
    expect(state).toMatchObject({
      stage: 'returned',
      by: '县审核人',
      reasons: ['figures', 'wording'],
      note: '请核对后重报',
    });
    expect(comments.map(({ target, place, text, by }) => [target, place, text, by])).toEqual([
      ['cell', 'requests.received.total', '与台账不符', '县审核人'],
      ['section', 'overview', '请补充平台建设', '县审核人'],
      ['rule', 'R31', '请说明', '县审核人'],
      ['report', undefined, '请全文校对', '县审核人'],
    ]);

    const open = await failureOf(fixture.drafter.review.submit({ ...key, lockVersion: 1 }));
    expect(open).toMatchObject({ code: 'open_comments', message: expect.stringContaining('4 条') });
    for (const { number } of comments)
      await fixture.drafter.review.reply({ ...key, revision: 1, comment: number, text: `已处理${number}` });
    const gone = fixture.drafter.review.reply({ ...key, revision: 1, comment: 9, text: '？' });
    expect(await failureOf(gone)).toMatchObject({ code: 'not_found' });
    await fixture.drafter.draft.save({ ...key, lockVersion: 1, report: fixture.reportOf(2027, '补充过的一句。') });
    await fixture.drafter.review.submit({ ...key, lockVersion: 2 });

    const again = await fixture.reviewer.review.revision(key);
    expect(again).toMatchObject({ revision: 2, before: { revision: 1 } });
    expect(again.before!.report.sections[0]).not.toEqual(again.report.sections[0]);
    expect(again.comments.map(({ replies }) => replies)).toEqual(
      [1, 2, 3, 4].map((number) => [{ text: `已处理${number}`, by: '镇填报人', at: expect.any(String) }]),
    );
    const late = fixture.drafter.review.reply({ ...key, revision: 1, comment: 1, text: '再补一句' });
    expect(await failureOf(late)).toMatchObject({ code: 'wrong_state' });
  });

  test.each(forms)('a reviewer comments on a finding of any rule of $id', async (form) => {
    const year = form.years.from;
    const key = fixture.keyOf(year);
    await fixture.submit(year);
    const ids = rulesOf(form).map(({ id }) => id);
    const comments = ids.map((place) => ({ target: 'rule' as const, place, text: `请说明${place}` }));
    const back = { ...key, revision: 1, reasons: ['figures'] as ['figures'] };
    const unknown = [...comments, { target: 'rule' as const, place: 'R999', text: '？' }];
    expect(await failureOf(fixture.reviewer.review.return({ ...back, comments: unknown }))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('R999'),
    });
    await fixture.reviewer.review.return({ ...back, comments });
    const stored = (await fixture.drafter.review.history(key)).comments;
    expect(stored.map(({ target, place }) => [target, place])).toEqual(ids.map((id) => ['rule', id]));
  });

  test('returning takes a reason that is on the list, and a word where it is “other”', async () => {
    const key = { ...fixture.keyOf(2028), revision: 1 };
    await fixture.submit(2028);
    for (const input of [{ reasons: [] }, { reasons: ['mood'] }, { reasons: ['other'] }])
      expect(await failureOf(fixture.reviewer.review.return({ ...key, ...input } as never))).toMatchObject({
        code: 'invalid_input',
      });
    await fixture.reviewer.review.return({ ...key, reasons: ['other'], note: '换人填报' });
    expect((await fixture.drafter.draft.get(fixture.keyOf(2028))).report.year).toBe(2028);
  });

  test('an accepted report can be returned while it is not public, and a publication to come is called off', async () => {
    const key = fixture.keyOf(2029);
    const { digest } = await fixture.submit(2029);
    await fixture.reviewer.review.accept({ ...key, revision: 1 });
    await fixture.publisher.publication.schedule({ ...key, digest, due: '2032-01-25T01:00:00Z' });
    expect((await fixture.publisher.review.history(key)).state).toMatchObject({ stage: 'scheduled', by: '县公布人' });
    await fixture.reviewer.review.return({ ...key, revision: 1, reasons: ['late_change'] });
    fixture.passTo('2032-01-26T00:00:00Z');
    expect(await fixture.services.publication.publishDue()).toEqual({ published: [], failed: [] });
    expect((await fixture.drafter.review.history(key)).state).toMatchObject({
      stage: 'returned',
      reasons: ['late_change'],
    });
  });

  test('of two concurrent decisions of reviewers, one succeeds', async () => {
    const key = { ...fixture.keyOf(2030), revision: 1 };
    await fixture.submit(2030);
    const outcomes = await Promise.allSettled([
      fixture.reviewer.review.accept(key),
      fixture.reviewer.review.accept(key),
      fixture.drafter.review.recall(fixture.keyOf(2030)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await fixture.drafter.review.history(fixture.keyOf(2030))).steps).toHaveLength(2);
  });
});
