import { formOf, formOfYear, valueAt, withValue, type Report } from '@gongkai/schema';
import type { ReportKey } from '../../common/schemas.ts';
import type { Caller } from '../../router.ts';
import { sampleReport } from '../sample-report.ts';
import type { RoundStep } from './round-step.ts';

const received = 'requests.received.total';

/** Builds the steps of one report, named after its agency. */
export function oneReport({ drafter, reviewer, publisher }: Record<'drafter' | 'reviewer' | 'publisher', Caller>) {
  return (key: ReportKey, name: string, at: string) => {
    const steps = async () => (await drafter.review.history(key)).steps;
    const count = async (action: string) => (await steps()).filter((step) => step.action === action).length;
    const draft = () => drafter.draft.get(key).catch(() => undefined);
    const lastRevision = () => reviewer.review.revision(key);
    const step = (what: string, done: RoundStep['done'], act: RoundStep['act']) => ({
      name: `${name}: ${what}`,
      at,
      done,
      act,
    });
    const isInDraft = async (requests: number) => {
      const found = await draft();
      return found !== undefined && valueAt(formOf(found.report.form), found.report, received) === requests;
    };
    return {
      steps,
      count,
      draft,
      start: (requests: number) =>
        step(
          'start',
          async () => (await steps()).length > 0 || (await draft()) !== undefined,
          () => drafter.draft.start({ ...key, report: reportWith(sampleReport(key), requests) }),
        ),
      save: (requests: number) =>
        step(
          `save ${requests}`,
          async () =>
            (await isInDraft(requests)) ||
            ((await draft()) === undefined &&
              valueAt(formOfYear(key.year)!, (await lastRevision()).report, received) === requests),
          async () => {
            const { lockVersion, report } = await drafter.draft.get(key);
            return drafter.draft.save({ ...key, lockVersion, report: reportWith(report, requests) });
          },
        ),
      submit: (nth: number) =>
        step(
          `submit ${nth}`,
          async () => (await count('submitted')) >= nth,
          async () => drafter.review.submit({ ...key, lockVersion: (await drafter.draft.get(key)).lockVersion }),
        ),
      recall: () =>
        step(
          'recall',
          async () => (await count('recalled')) > 0,
          () => drafter.review.recall({ ...key, note: '再核一遍' }),
        ),
      returnForRevision: () =>
        step(
          'return',
          async () => (await count('returned')) > 0,
          async () =>
            reviewer.review.return({
              ...{ ...key, revision: (await lastRevision()).revision, reasons: ['figures'], note: '请核对申请数量' },
              comments: [{ target: 'cell', place: received, text: '少计一件' }],
            }),
        ),
      reply: () =>
        step(
          'reply',
          async () => (await drafter.review.history(key)).comments.some(({ replies }) => replies.length > 0),
          async () => {
            const [comment] = (await drafter.review.history(key)).comments;
            const { revision, number } = comment!;
            return drafter.review.reply({ ...key, revision, comment: number, text: '已改正' });
          },
        ),
      accept: (nth: number) =>
        step(
          `accept ${nth}`,
          async () => (await count('accepted')) >= nth,
          async () => reviewer.review.accept({ ...key, revision: (await lastRevision()).revision }),
        ),
      publish: (action: 'published' | 'corrected') =>
        step(
          action,
          async () => (await count(action)) > 0,
          async () => publisher.publication.publish({ ...key, digest: (await lastRevision()).digest }),
        ),
      schedule: () =>
        step(
          'schedule',
          async () => ['scheduled', 'published'].includes((await drafter.review.history(key)).state.stage),
          async () =>
            publisher.publication.schedule({
              ...{ ...key, digest: (await lastRevision()).digest },
              due: '2022-01-30T01:00:00Z',
            }),
        ),
      correct: (publicNote: string) =>
        step(
          'correct',
          async () => (await draft()) !== undefined || (await count('submitted')) > 1,
          () => drafter.publication.correct({ ...key, publicNote }),
        ),
    };
  };
}

/** Sets the number of applications, all answered, so that every sum is correct. */
function reportWith(report: Report, requests: number): Report {
  const cells = ['三.一', '三.（一）', '三.（七）'].flatMap((row) => [`${row}.自然人`, `${row}.总计`]);
  return cells.reduce((changed, cell) => withValue(formOf(report.form), changed, cell, requests), report);
}
