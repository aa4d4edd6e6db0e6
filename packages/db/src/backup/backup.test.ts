import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../database.ts';
import { openDatabase, type OpenDatabase } from '../open/open-database.ts';
import { attachToRevision, putAttachment } from '../queries/draft/attachments.ts';
import { appendAuditEntry } from '../queries/audit/audit-trail.ts';
import { putFigures } from '../queries/report/figures.ts';
import { appendReview } from '../queries/review/reviews.ts';
import { putSetting } from '../queries/setting/settings.ts';
import { engines, testDatabase } from '../testing/index.ts';
import { addPublication, addReport, addRevision } from '../testing/samples.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { backUp, inspect, restore } from './index.ts';

const other = (engine: Engine): Engine => (engine === 'pglite' ? 'postgresql' : 'pglite');

const hasRows = [
  'agency',
  'agency_period',
  'attachment',
  'audit_entry',
  'figures',
  'publication',
  'review',
  'revision',
];

describe.each(engines)('a backup of %s', (engine) => {
  let source: OpenDatabase;
  let folder: Awaited<ReturnType<typeof temporaryDirectory>>;
  let path: string;

  beforeAll(async () => {
    source = await testDatabase(engine);
    const { db } = source;
    const key = await addReport(db);
    const { number } = await addRevision(db, key, '{"a":"引号\\"、反斜杠\\\\、换行\\n、制表\\t、{花括号}、NULL、😀"}');
    await appendReview(db, { ...key, revision: number, action: 'submitted', note: '', userId: null });
    await putFigures(db, { ...key, revision: number, form: 'form', cells: [0n, null, 12_345_678_901n, -5n] });
    const content = randomBytes(300_000);
    const sha256 = await putAttachment(db, { agencyId: key.agencyId, mediaType: 'application/pdf', content });
    await attachToRevision(db, { ...key, revision: number, sha256, name: '报告.pdf' });
    await addPublication(db, await addReport(db, { name: '白石镇人民政府' }), { title: '白石镇' });
    await source.pool.query(
      `insert into audit_entry (action, outcome, after) select 'test.' || n, 'ok', '{"b":[1]}' from generate_series(1, 3000) n`,
    );
    await putSetting(db, 'something', { a: [1, null, '中'] });
    folder = await temporaryDirectory();
    path = join(folder.path, 'backup.zst');
    await backUp(source, path);
  });
  afterAll(async () => {
    await source.close();
    await folder[Symbol.asyncDispose]();
  });

  test(`restores into ${other(engine)}, every row as it was, and counts on from there`, async () => {
    const target = await testDatabase(other(engine));
    try {
      const header = await restore(target, path);
      expect(header.engine).toBe(engine);
      const tables = header.tables.map(({ name }) => name);
      expect(tables).toEqual(expect.arrayContaining(hasRows));
      for (const name of tables) {
        const all = `select row_to_json(t)::text as row from "${name}" t order by 1`;
        const [before, after] = [await source.pool.query(all), await target.pool.query(all)];
        expect(after.rows, name).toEqual(before.rows);
        expect(after.rows.length, name).toBeGreaterThanOrEqual(hasRows.includes(name) ? 1 : 0);
      }
      const constraints = `select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition
        from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'p', 'u', 'c') order by 1, 2`;
      expect((await target.pool.query(constraints)).rows).toEqual((await source.pool.query(constraints)).rows);
      const indexes = `select indexdef from pg_indexes where schemaname = 'public' order by 1`;
      expect((await target.pool.query(indexes)).rows).toEqual((await source.pool.query(indexes)).rows);
      await appendAuditEntry(target.db, {
        ...{ userId: null, username: null, address: null, requestId: null, agencyId: null, year: null, kind: null },
        ...{ action: 'test.next', outcome: 'ok', before: null, after: null, note: null },
      });
      expect((await target.pool.query(`select id from audit_entry where action = 'test.next'`)).rows).toEqual([
        { id: '3001' },
      ]);
    } finally {
      await target.close();
    }
  });

  test('is for its owner alone, and overwrites nothing', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await expect(backUp(source, path)).rejects.toThrow('已经存在');
    await expect(stat(`${path}.part`)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('goes into no database that holds anything', async () => {
    const before = (await source.pool.query('select count(*) from revision')).rows;
    await expect(restore(source, path)).rejects.toThrow('数据库里已有数据');
    expect((await source.pool.query('select count(*) from revision')).rows).toEqual(before);
  });

  describe('that is broken', () => {
    let target: OpenDatabase;
    beforeAll(async () => {
      target = await openDatabase({ memory: true });
    });
    afterAll(() => target.close());

    const broken = async (name: string, change: (bytes: Buffer) => Buffer): Promise<string> => {
      const file = join(folder.path, name);
      await writeFile(file, change(await readFile(path)));
      return file;
    };
    const changedText = (change: (text: string) => string) => (bytes: Buffer) =>
      zstdCompressSync(Buffer.from(change(zstdDecompressSync(bytes).toString())));

    test.each<[string, (bytes: Buffer) => Buffer, string]>([
      ['half written', (bytes) => bytes.subarray(0, bytes.length / 2), '不完整'],
      ['empty', () => Buffer.alloc(0), '不完整'],
      ['something else', () => zstdCompressSync(Buffer.from('{"a":1}\n')), '不是公开年报的备份文件'],
      ['no zstd', () => Buffer.from('%PDF-1.7 and more'), '不完整或已损坏'],
      ['without its last line', changedText((text) => text.slice(0, text.lastIndexOf('{"end"'))), '不完整'],
      ['with another row', changedText((text) => text.replace('白石镇人民政府', '黑石镇人民政府')), '校验和不符'],
      ['with a row less', changedText((text) => text.replace(/\[[^\n]*白石镇人民政府[^\n]*\n/, '')), '校验和不符'],
      ['of a later version', changedText((text) => text.replace('"version":1', '"version":2')), '先升级'],
    ])('%s: is told, and changes nothing', async (name, change, message) => {
      const file = await broken(name, change);
      await expect(inspect(file)).rejects.toThrow(message);
      await expect(restore(target, file)).rejects.toThrow(message);
      expect((await target.pool.query(`select from pg_tables where schemaname = 'public'`)).rowCount).toBe(0);
    });
  });
});
