import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../open/open-database.ts';
import { attachToRevision, putAttachment } from '../queries/draft/attachments.ts';
import { addComments, addReply } from '../queries/review/comments.ts';
import { addEarlySubmission } from '../queries/round/early-submissions.ts';
import { appendPublication } from '../queries/publication/publications.ts';
import { appendReview } from '../queries/review/reviews.ts';
import { appendRollUp } from '../queries/roll-up/roll-ups.ts';
import { addRound, appendExtension } from '../queries/round/rounds.ts';
import { engines, testDatabase } from '../testing/index.ts';
import { addReport, addRevision } from '../testing/samples.ts';

const tables = [
  'revision',
  'review',
  'publication',
  'revision_attachment',
  'comment',
  'comment_reply',
  'roll_up',
  'roll_up_part',
  'roll_up_absence',
  'extension',
  'early_submission',
];

describe.each(engines)('append-only tables on %s', (engine) => {
  let database: OpenDatabase;
  const rows = async (table: string) => (await database.db.execute(sql.raw(`select * from ${table}`))).rows;
  const refused = (statement: string) =>
    expect(database.db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '23001' } });

  beforeAll(async () => {
    database = await testDatabase(engine);
    const { db } = database;
    const key = await addReport(db);
    const { number } = await addRevision(db, key);
    const step = { ...key, revision: number, note: null, userId: null };
    await appendReview(db, { ...step, action: 'submitted' });
    await addComments(db, { ...key, revision: number, userId: null }, [
      { target: 'report', place: null, text: '请核对' },
    ]);
    await addReply(db, { ...key, revision: number, comment: 1, text: '已核对' });
    await appendPublication(db, { ...step, action: 'published', publishedOn: '2021-01-20', firstSource: null });
    const sha256 = await putAttachment(db, {
      agencyId: key.agencyId,
      mediaType: 'text/plain',
      content: Buffer.from('a'),
    });
    const { agencyId, year, kind } = key;
    const digest = 'a'.repeat(64);
    const days = { dueOn: '2021-01-31', handedInOn: '2021-01-20' };
    await appendRollUp(db, {
      ...{ agencyId, year, userId: null, at: new Date() },
      parts: [{ partId: agencyId, kind, revision: number, digest, ...days }],
      absences: [{ bodyId: agencyId, cause: 'missing', reason: null }],
    });
    const roundId = await addRound(
      db,
      {
        ...{ agencyId, year, dueOwn: '2021-01-31', dueConsolidated: '2021-03-31', lock: 'afterDue' },
        ...{ note: null, announcedBy: null, announcedAt: new Date() },
      },
      [{ agencyId, excludedFor: null }],
    );
    await appendExtension(db, { roundId: roundId!, agencyId, until: '2021-02-05', reason: '搬迁', at: new Date() });
    await addEarlySubmission(db, { roundId: roundId!, agencyId, reason: '机构撤销', at: new Date() });
    await attachToRevision(db, { ...key, revision: number, sha256, name: '报告.txt' });
  });
  afterAll(() => database.close());

  test.each(tables)('%s takes no change, no deletion and no emptying', async (table) => {
    const before = await rows(table);
    expect(before).toHaveLength(1);
    await refused(`update ${table} set agency_id = agency_id`);
    await refused(`delete from ${table}`);
    await refused(`truncate ${table} cascade`);
    expect(await rows(table)).toEqual(before);
  });

  test('a file takes no other content', () => refused(`update attachment set content = 'b'`));
});
