import { isDeepStrictEqual } from 'node:util';
import { getReportFacts } from '@gongkai/db/report';
import { engines } from '@gongkai/db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installation, type Actor } from '../common/actor.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';
import { actions, canTransition, stateOf, type Action } from './state-machine.ts';

describe.each(engines)('any order of steps on %s', (engine) => {
  let fixture: CountyFixture;
  let reviewer: Actor;
  let reports = 0;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    reviewer = (await fixture.signIn('审核人')).user!;
  });
  afterAll(() => fixture.close());

  /** Calls the action as its screen would. */
  async function attempt(key: ReportKey, action: Action, sentence: string): Promise<unknown> {
    const { draft, review, publication } = fixture.services;
    const facts = await getReportFacts(fixture.database.db, key);
    const lockVersion = facts.draft?.lockVersion ?? 1;
    const revision = facts.revision?.number ?? 1;
    const digest = facts.revision?.digest ?? '0'.repeat(64);
    const report = sampleReport(key, sentence);
    switch (action) {
      case 'start':
        return draft.start(installation, { ...key, report });
      case 'archive':
        return publication.publishArchived(installation, { ...key, lockVersion, publishedOn: '2021-01-15' });
      case 'save':
        return draft.save(installation, { ...key, lockVersion, report });
      case 'discard':
        return draft.discard(installation, { ...key, lockVersion });
      case 'submit':
        return review.submit(installation, { ...key, lockVersion });
      case 'recall':
        return review.recall(installation, key);
      case 'reply':
        return review.reply(reviewer, { ...key, revision, comment: 1, text: '已改' });
      case 'return':
        return review.returnForRevision(reviewer, {
          ...key,
          revision,
          reasons: ['figures'],
          comments: [{ target: 'report', text: '请核对' }],
        });
      case 'accept':
        return review.accept(reviewer, { ...key, revision });
      case 'publish':
        return publication.publish(installation, { ...key, digest });
      case 'schedule':
        return publication.schedule(installation, { ...key, digest, due: '2022-02-01T00:00:00Z' });
      case 'unschedule':
        return publication.unschedule(installation, key);
      case 'correct':
        return publication.correct(installation, { ...key, publicNote: '更正' });
      case 'withdraw':
        return publication.withdraw(installation, { ...key, reason: '有误' });
    }
  }

  test('leads on where it may, and changes nothing where it may not', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...actions), { minLength: 15, maxLength: 40 }), async (steps) => {
        const agencyId = await fixture.services.agency.create({
          ...{
            name: `第${++reports}镇人民政府`,
            kind: 'town',
            level: 'township',
            parentId: null,
            validFrom: '2010-01-01',
          },
        });
        const key: ReportKey = { agencyId, year: 2020, kind: 'own' };
        const factsOf = () => getReportFacts(fixture.database.db, key);
        for (const [at, action] of steps.entries()) {
          const before = await factsOf();
          // Archiving requires a draft here; archiving without a draft is tested elsewhere.
          const may = canTransition(stateOf(before), action, before) && !(action === 'archive' && !before.draft);
          const error = await attempt(key, action, `第${at}稿。`).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          const after = await factsOf();
          const expected = may && !isOtherwiseRefused(error) ? 'done' : 'refused';
          const unchanged = isDeepStrictEqual(after, before);
          const outcome = error === undefined ? 'done' : error instanceof ApiError && unchanged ? 'refused' : error;
          expect([action, outcome]).toEqual([action, expected]);
        }
      }),
      { numRuns: 8 },
    );
  });
});

/** Returns whether an action was refused for its content: an unchanged correction, or comments without a reply. */
function isOtherwiseRefused(error: unknown): boolean {
  return error instanceof ApiError && (error.message.includes('完全相同') || error.code === 'open_comments');
}
