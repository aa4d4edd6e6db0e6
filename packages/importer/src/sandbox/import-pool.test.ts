import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forms, valuesOf } from '@gongkai/schema';
import { afterAll, expect, it, vi } from 'vitest';
import { docxBody, docxFile } from '../testing/docx-layouts.ts';
import { layOutHtml } from '../testing/html-layouts.ts';
import { layOutPdf } from '../testing/pdf-layouts.ts';
import { specimen } from '../testing/specimen.ts';
import { createImportPool, ImportPoolFull } from './import-pool.ts';

vi.setConfig({ testTimeout: 60_000 });

const form = forms[0]!;
const report = specimen(form);
const pdf = layOutPdf(form, report);
/** A page that draws endlessly exhausts time and memory. */
const endless = new TextEncoder().encode(
  `<html><body>${'<table><tr><td>'.repeat(399)}${'<b><i><u><s><em>'.repeat(300_000)}`,
);
const pool = createImportPool({ size: 2, time: 30_000 });
afterAll(() => pool.close());

it('reads many documents with a few children', async () => {
  const results = await Promise.all(Array.from({ length: 6 }, () => pool.import(pdf, { fileName: '年报.pdf' })));
  for (const result of results) {
    expect(result.ok && valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(result.ok && result.report.origin).toEqual({ type: 'archived', source: { file: '年报.pdf' } });
  }
});

it('reads what Node read from a file', async () => {
  expect(await pool.import(Buffer.from(pdf))).toMatchObject({ ok: true });
});

it('gives refusals as they are', async () => {
  expect(await pool.import(new Uint8Array())).toMatchObject({ ok: false, code: 'empty' });
});

it('ends a child that takes too long, and goes on', async () => {
  const hasty = createImportPool({ size: 1, time: 400 });
  const [first, second] = await Promise.all([hasty.import(endless), hasty.import(endless)]);
  hasty.close();
  expect(first).toMatchObject({ ok: false, code: 'too-slow' });
  expect(second).toMatchObject({ ok: false, code: 'too-slow' });
});

it('takes no more in than it has room for, until what it reads is read', async () => {
  const narrow = createImportPool({ size: 1, time: 30_000, room: pdf.length * 1.5 });
  const [first, second] = await Promise.allSettled([narrow.import(pdf), narrow.import(pdf)]);
  const third = await narrow.import(pdf);
  narrow.close();
  expect([first, third]).toMatchObject([{ value: { ok: true } }, { ok: true }]);
  expect(second).toMatchObject({ reason: expect.any(ImportPoolFull) });
});

it('ends a child that takes too much memory', async () => {
  const small = createImportPool({ size: 1, memory: 60 * 2 ** 20, time: 20_000 });
  expect(await small.import(endless)).toMatchObject({ ok: false, code: 'too-large' });
  small.close();
});

it('fetches nothing that a document points to, and runs nothing in it', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const page = `<base href="${address}"><link rel="stylesheet" href="a.css"><script src="a.js"></script><script>document.body.innerHTML = ''</script>
    <img src="a.png" onerror="location = '${address}'"><iframe src="${address}"></iframe>${layOutHtml(form, report)}`;
  const picture = `<w:p><w:r><w:instrText>INCLUDEPICTURE "${address}a.png"</w:instrText></w:r></w:p>`;
  const documents = [new TextEncoder().encode(page), docxFile(docxBody(form, report) + picture)];
  for (const document of documents) {
    const result = await pool.import(document);
    expect(result.ok && valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
  }
  server.close();
  expect(asked).toBe(0);
});
