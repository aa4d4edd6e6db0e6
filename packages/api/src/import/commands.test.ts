import { readFile } from 'node:fs/promises';
import { attachment } from '@gongkai/db/tables';
import { engines } from '@gongkai/db/testing';
import { formOf, valueAt } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller, type Caller } from '../router.ts';
import { failureOf, openCountyFixture, type CountyFixture } from '../testing/county-fixture.ts';

const sourceFile = (name: string) => readFile(new URL(`../../../importer/fixtures/${name}`, import.meta.url));

describe.each(engines)('reading documents on %s', (engine) => {
  let fixture: CountyFixture;
  let clerk: Caller;
  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    clerk = createCaller(await fixture.signIn('填报人', { agencyId: fixture.agencies.town, role: 'drafter' }));
  });
  afterAll(() => fixture.close());

  const upload = (bytes: Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData();
    form.set('file', new File([bytes], name));
    return clerk.import.read(form);
  };

  test.each(['qingyuan-2020.txt', 'qingyuan-2020.gb18030.txt'])(
    'finds the report in %s and stores nothing',
    async (name) => {
      const read = await upload(new Uint8Array(await sourceFile(name)), name);
      expect(read).toMatchObject({ ok: true, report: { year: 2020 } });
      if (!read.ok) return;
      expect(valueAt(formOf(read.report.form), read.report, 'disclosure.centralisedProcurement.amount')).toBe(
        '105.650',
      );
      expect(read.provenance['disclosure.centralisedProcurement.amount']).toMatchObject({ certainty: 'read' });
      const cells = read.document.blocks.flatMap((block) => (block.type === 'grid' ? block.rows.flat() : []));
      const { place } = read.provenance['disclosure.centralisedProcurement.amount']!;
      expect(cells.find((cell) => JSON.stringify(cell.place) === JSON.stringify(place))?.text).toBe('105.650万');
      expect(await fixture.database.db.$count(attachment)).toBe(0);
      expect(await clerk.draft.list()).toEqual([]);
    },
  );

  test('what was read becomes a draft as it is', async () => {
    const read = await clerk.import.read({ text: (await sourceFile('qingyuan-2020.txt')).toString() });
    if (!read.ok) throw new Error(read.message);
    const { report, provenance } = read;
    const key = { agencyId: fixture.agencies.town, year: report.year, kind: report.kind };
    await clerk.draft.start({ ...key, report, provenance });
    const draft = await clerk.draft.get(key);
    expect(draft.report).toEqual({ ...report, agency: { ...report.agency, id: key.agencyId } });
    expect(draft.provenance).toEqual(provenance);
  });

  test('the document that a draft was started from is read again for its drafters', async () => {
    const bytes = new Uint8Array(await sourceFile('shuiwu-2023.html'));
    const read = await upload(bytes, '年报.html');
    if (!read.ok) throw new Error(read.message);
    const { report, provenance, document, notes } = read;
    const key = { agencyId: fixture.agencies.town, year: report.year, kind: report.kind };
    const form = new FormData();
    form.set('input', JSON.stringify({ ...key, report, provenance }));
    form.set('file', new File([bytes], '年报.html', { type: 'text/html' }));
    await clerk.draft.start(form);
    expect(await clerk.draft.source(key)).toEqual({ ok: true, name: '年报.html', document, notes });
  });

  test('a draft begun blank has no document to show', async () => {
    const key = { agencyId: fixture.agencies.town, year: 2022, kind: 'own' as const };
    await clerk.draft.start(key);
    expect(await failureOf(clerk.draft.source(key))).toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('空白表格'),
    });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['no text', new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0])],
    ['no report', new TextEncoder().encode('今天天气很好。')],
  ])('says what was expected of a file that holds %s', async (_name, bytes) => {
    expect(await upload(bytes, 'x.bin')).toEqual({
      ok: false,
      code: expect.any(String),
      message: expect.stringMatching(/\p{Script=Han}/u),
      expected: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  test('reads nothing for a report that has a draft, nor for an agency of others', async () => {
    const key = { agencyId: fixture.agencies.town, year: 2024, kind: 'own' as const };
    const bytes = new Uint8Array(await sourceFile('qingyuan-2020.txt'));
    const readFor = (target: object) => {
      const form = new FormData();
      form.set('input', JSON.stringify(target));
      form.set('file', new File([bytes], '年报.txt'));
      return clerk.import.read(form);
    };
    expect(await readFor(key)).toMatchObject({ ok: true });
    await clerk.draft.start(key);
    expect(await failureOf(readFor(key))).toMatchObject({ code: 'draft_exists' });
    expect(await failureOf(clerk.import.read({ ...key, text: '不是报告' }))).toMatchObject({ code: 'draft_exists' });
    expect(await failureOf(readFor({ ...key, agencyId: fixture.agencies.office }))).toMatchObject({
      code: 'forbidden',
    });
    expect(await failureOf(readFor({ agencyId: key.agencyId }))).toMatchObject({ code: 'invalid_input' });
  });

  test('refuses a file over the limit, and a form without one', async () => {
    const refused = await failureOf(upload(new Uint8Array(50 * 2 ** 20), '年报.pdf'));
    expect(refused).toMatchObject({ code: 'too_large', message: expect.stringContaining('50 MB') });
    expect(await failureOf(clerk.import.read(new FormData()))).toMatchObject({ code: 'invalid_input' });
  });
});
