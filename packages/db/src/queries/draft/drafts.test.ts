import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { user } from '../../tables/auth.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addReport } from '../../testing/samples.ts';
import { attachToDraft, getAttachment, listDraftAttachments, putAttachment } from './attachments.ts';
import { deleteDraft, getDraft, listDrafts, saveDraft } from './drafts.ts';
import type { ReportKey } from '../common/report-key.ts';

const content = (body: string) => ({
  ...{ form: 'form', title: '年度报告', origin: 'archived' as const, basedOn: null, savedBy: null },
  body,
});

describe.each(engines)('drafts on %s', (engine) => {
  let database: OpenDatabase;
  const save = (key: ReportKey, lockVersion: number, body: string) =>
    saveDraft(database.db, { ...key, ...content(body), lockVersion });

  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());

  test('are saved over what their editor had seen', async () => {
    const key = await addReport(database.db);
    expect(await save(key, 0, '{"a":1}')).toMatchObject({ saved: { lockVersion: 1 } });
    expect(await save(key, 1, '{"a":2}')).toMatchObject({ saved: { lockVersion: 2 } });
    expect(await getDraft(database.db, key)).toMatchObject({ ...key, ...content('{"a":2}'), lockVersion: 2 });
    const [listed] = await listDrafts(database.db, [key.agencyId]);
    expect(listed).toMatchObject({ ...key, lockVersion: 2 });
    expect(listed).not.toHaveProperty('body');
  });

  test('name who saved them, and keep where their figures came from until that is given again', async () => {
    const { db } = database;
    const key = await addReport(db);
    await db.insert(user).values({ id: 'clerk', name: '填报人', email: 'clerk@localhost' });
    await saveDraft(db, { ...key, ...content('1'), provenance: '{"a":1}', lockVersion: 0 });
    await saveDraft(db, { ...key, ...content('2'), savedBy: 'clerk', lockVersion: 1 });
    expect(await getDraft(db, key)).toMatchObject({ body: '2', provenance: '{"a":1}', savedByName: '填报人' });
    expect(await listDrafts(db, [key.agencyId])).toMatchObject([{ savedByName: '填报人' }]);
  });

  test('are never saved over what another saved meanwhile: the second is shown it', async () => {
    const key = await addReport(database.db);
    await save(key, 0, 'first');
    expect(await save(key, 0, 'second')).toMatchObject({ conflict: { body: 'first', lockVersion: 1 } });
    await save(key, 1, 'third');
    expect(await save(key, 1, 'fourth')).toMatchObject({ conflict: { body: 'third', lockVersion: 2 } });
    expect(await getDraft(database.db, key)).toMatchObject({ body: 'third' });
  });

  test('are not brought back by a save after they were published or thrown away', async () => {
    const key = await addReport(database.db);
    await save(key, 0, 'first');
    expect(await deleteDraft(database.db, key, 7)).toBe(false);
    expect(await deleteDraft(database.db, key, 1)).toBe(true);
    expect(await save(key, 1, 'second')).toEqual({ conflict: undefined });
    expect(await getDraft(database.db, key)).toBeUndefined();
  });

  test('of fifty concurrent saves exactly one succeeds each time', async () => {
    const key = await addReport(database.db);
    for (const lockVersion of [0, 1, 2]) {
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, clerk) => save(key, lockVersion, `by ${clerk}`)),
      );
      expect(outcomes.filter((outcome) => 'saved' in outcome)).toHaveLength(1);
      const winner = `by ${outcomes.findIndex((outcome) => 'saved' in outcome)}`;
      expect(await getDraft(database.db, key)).toMatchObject({ body: winner, lockVersion: lockVersion + 1 });
    }
  });

  test('take their files’ names with them when they go, and leave the files', async () => {
    const key = await addReport(database.db);
    await save(key, 0, '{}');
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const file = { agencyId: key.agencyId, mediaType: 'application/pdf', content: bytes };
    const sha256 = await putAttachment(database.db, file);
    expect(await putAttachment(database.db, file)).toBe(sha256);
    await attachToDraft(database.db, { ...key, sha256, name: '年报.pdf' });
    const attached = [{ sha256, name: '年报.pdf', mediaType: 'application/pdf', size: 256 }];
    expect(await listDraftAttachments(database.db, key)).toEqual(attached);
    await deleteDraft(database.db, key, 1);
    expect(await listDraftAttachments(database.db, key)).toEqual([]);
    const kept = await getAttachment(database.db, key.agencyId, sha256);
    expect(Buffer.compare(kept?.content ?? Buffer.alloc(0), bytes)).toBe(0);
  });
});
