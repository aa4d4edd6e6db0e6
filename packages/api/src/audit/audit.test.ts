import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '../router.ts';
import { createServices } from '../services.ts';
import { failureOf, now, openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

describe.each(engines)('the audit trail on %s', (engine) => {
  let fixture: CountyFixture;
  let auditor: ReturnType<typeof createCaller>;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    auditor = createCaller(await fixture.signInOnDuty('审计员', 'auditor'));
  });
  // The trail covers the whole installation, so each test starts with an empty one.
  beforeEach(() => tamper('truncate audit_entry, audit_link, audit_checkpoint restart identity'));
  afterAll(() => fixture.close());

  const audit = () => fixture.services.audit;
  const note = (text: string) => audit().record({ userId: null }, { action: 'test.note', note: text });
  const notes = async (...texts: string[]) => {
    for (const text of texts) await note(text);
  };
  /** Changes the database directly, as its owner could. */
  const tamper = async (statement: string) => {
    const { pool } = fixture.database;
    const tables = ['audit_entry', 'audit_link', 'audit_checkpoint'];
    for (const table of tables) await pool.query(`alter table ${table} disable trigger user`);
    await pool.query(statement);
    for (const table of tables) await pool.query(`alter table ${table} enable trigger user`);
  };

  test('holds what was changed and what was refused, with who, from where and about what', async () => {
    const { town, otherTown } = fixture.agencies;
    const drafter = await fixture.signIn('填报人', { agencyId: town, role: 'drafter' });
    const caller = createCaller({ ...drafter, user: { ...drafter.user!, address: '192.0.2.7', requestId: 'r-1' } });
    const key = { agencyId: town, year: 2021, kind: 'own' as const };
    await caller.draft.start({ ...key, report: sampleReport(key) });
    await failureOf(caller.draft.start({ ...key, agencyId: otherTown }));
    await failureOf(caller.draft.discard({ ...key, lockVersion: 9 }));
    await caller.draft.get(key);

    const { lines } = await auditor.audit.list({});
    const { username } = drafter.user!;
    const common = { username, address: '192.0.2.7', requestId: 'r-1', year: 2021, kind: 'own' };
    expect(lines.map(({ action, outcome, agencyId }) => ({ action, outcome, agencyId }))).toEqual([
      { action: 'draft.get', outcome: 'ok', agencyId: town },
      { action: 'draft.discard', outcome: 'stale_draft', agencyId: town },
      { action: 'draft.start', outcome: 'forbidden', agencyId: otherTown },
      { action: 'draft.start', outcome: 'ok', agencyId: town },
    ]);
    for (const line of lines) expect(line).toMatchObject(common);
  });

  test('is filtered and paged', async () => {
    await notes('甲', '乙', '丙');
    const page = await auditor.audit.list({ action: 'test.', limit: 2 });
    expect(page).toMatchObject({ lines: [{ note: '丙' }, { note: '乙' }], more: true });
    const rest = await auditor.audit.list({ action: 'test.', before: page.lines[1]!.id });
    expect(rest).toMatchObject({ lines: [{ note: '甲' }], more: false });
    expect(await auditor.audit.list({ to: '2020-01-01' })).toMatchObject({ lines: [] });
    expect(await auditor.audit.list({ failed: true })).toMatchObject({ lines: [] });
  });

  test('is kept with the act or not at all', async () => {
    const act = fixture.database.db.transaction(async (db) => {
      await createServices({ db, clock: () => now }).audit.record({ userId: null }, { action: 'test.undone' });
      throw new Error('undone');
    });
    await expect(act).rejects.toThrow('undone');
    expect(await auditor.audit.list({ action: 'test.' })).toMatchObject({ lines: [] });
  });

  test('names what is not sealed yet, and is whole after sealing', async () => {
    await notes('甲', '乙');
    expect(await auditor.audit.verify()).toMatchObject({ lines: 0, unsealed: [{ action: 'test.note' }, {}] });
    expect(await audit().seal()).toBe(2);
    await note('丙');
    expect(await auditor.audit.verify()).toMatchObject({ lines: 2, from: 1, faults: [], unsealed: [{}] });
    await audit().seal();
    expect(await auditor.audit.verify()).toMatchObject({ lines: 3, faults: [], unsealed: [] });
  });

  test('is sealed once, however many are at it', async () => {
    await notes(...Array.from({ length: 30 }, (_, index) => `第 ${index}`));
    const sealed = await Promise.all([audit().seal(), audit().seal(), audit().seal()]);
    await audit().seal();
    expect(sealed.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(30);
    expect(await auditor.audit.verify()).toMatchObject({ lines: 30, faults: [], unsealed: [] });
  });

  test.each([
    [`update audit_entry set note = '改' where note = '乙'`, [{ type: 'changed', position: 2 }]],
    [`update audit_entry set at = at - interval '1 day' where note = '乙'`, [{ type: 'changed', position: 2 }]],
    [`delete from audit_entry where note = '乙'`, [{ type: 'removed', position: 2 }]],
    [
      `delete from audit_link where position = 2`,
      [
        { type: 'gap', position: 2 },
        { type: 'changed', position: 3 },
      ],
    ],
    [`delete from audit_link where position > 2`, [{ type: 'cut', position: 3 }]],
  ])('shows what %s did', async (statement, faults) => {
    await notes('甲', '乙', '丙');
    await audit().seal();
    expect(await audit().checkpoint()).toMatchObject({ position: 3 });
    await tamper(statement);
    expect((await auditor.audit.verify()).faults).toEqual(faults.map((fault) => expect.objectContaining(fault)));
  });

  test('shows a checkpoint that the installation did not sign', async () => {
    await notes('甲');
    await audit().seal();
    const { pool } = fixture.database;
    await pool.query(`insert into audit_checkpoint select position, hash, 'AAAA', now() from audit_link`);
    expect((await auditor.audit.verify()).faults).toEqual([{ type: 'forged', position: 1 }]);
  });

  test.each([
    `update audit_entry set note = ''`,
    'delete from audit_entry',
    'truncate audit_entry',
    'update audit_link set hash = hash',
    'delete from audit_link',
    'delete from audit_checkpoint',
  ])('refuses %s', async (statement) => {
    await note('甲');
    await audit().seal();
    await audit().checkpoint();
    await expect(fixture.database.pool.query(statement)).rejects.toMatchObject({ code: '23001' });
  });

  test('loses its old lines under a signed checkpoint, and no younger ones', async () => {
    await notes('甲', '乙');
    await tamper(`update audit_entry set at = at - interval '1 year'`);
    await note('丙');
    await audit().seal();
    const clock = () => new Date();
    const { audit: today } = createServices({ db: fixture.database.db, clock });
    expect(await today.prune(new Date())).toBe(2);
    expect(await today.prune(new Date())).toBe(0);
    expect(await auditor.audit.verify()).toMatchObject({ lines: 1, from: 3, faults: [], unsealed: [] });
    await note('丁');
    await audit().seal();
    expect(await auditor.audit.verify()).toMatchObject({ lines: 2, from: 3, faults: [] });
  });

  test('keeps lines of the last half year even from who may prune', async () => {
    await note('甲');
    await audit().seal();
    await audit().checkpoint();
    const client = await fixture.database.pool.connect();
    await client.query('begin');
    await client.query(`select set_config('gongkai.prune', 'on', true)`);
    await expect(client.query('delete from audit_entry')).rejects.toMatchObject({ code: '23001' });
    await client.query('rollback');
    client.release();
  });

  test('goes on after all its lines were pruned', async () => {
    await notes('甲');
    await tamper(`update audit_entry set at = at - interval '1 year'`);
    await audit().seal();
    await createServices({ db: fixture.database.db, clock: () => new Date() }).audit.prune(new Date());
    await notes('乙');
    await audit().seal();
    expect(await auditor.audit.verify()).toMatchObject({ lines: 1, from: 2, faults: [], unsealed: [] });
  });
});
