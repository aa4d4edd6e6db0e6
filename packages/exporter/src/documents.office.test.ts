import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { forms } from '@gongkai/schema';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { reportDocument } from './document/report-document.ts';
import { writeDocx } from './docx/write.ts';
import { blankFormDocument } from './documents/blank-form.ts';
import { awkwardReport } from './testing/awkward-texts.ts';
import { readPdf } from './testing/read-pdf.ts';
import { sampleReport } from './testing/sample-report.ts';
import { writeXlsx } from './xlsx/write.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'gongkai-exporter-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Opens a file in LibreOffice and prints it, as an office would. */
async function print(name: string, bytes: Uint8Array): Promise<Awaited<ReturnType<typeof readPdf>>> {
  writeFileSync(join(folder, name), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await promisify(execFile)('soffice', [
    '--headless',
    profile,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    join(folder, name),
  ]);
  return readPdf(new Uint8Array(readFileSync(join(folder, name.replace(/\w+$/, 'pdf')))));
}

const textOf = ({ pages }: { readonly pages: readonly { readonly text: string }[] }) =>
  pages
    .map(({ text }) => text)
    .join('\n')
    .replace(/\s/gu, '');

describe.each(forms)('LibreOffice', (form) => {
  it(`opens a report of ${form.id} as docx with its sections, figures and numbers of pages`, async () => {
    const report = sampleReport(form);
    const printed = await print(`${form.id}.docx`, writeDocx(reportDocument(report, { signedOn: '2026-01-20' })).bytes);
    for (const { number, title } of form.sections) expect(textOf(printed)).toContain(`${number}、${title}`);
    expect(textOf(printed)).toContain('3000');
    expect(textOf(printed)).toContain('2026年1月20日');
    expect(printed.pages[0]!.number.text.replace(/\s/gu, '')).toContain('—1—');
  });

  it(`opens awkward texts and the blank form of ${form.id}`, async () => {
    const awkward = await print(
      `${form.id}-awkward.docx`,
      writeDocx(reportDocument(awkwardReport(sampleReport(form)))).bytes,
    );
    expect(textOf(awkward)).toContain('<script>alert(1)</script>');
    const blank = await print(`${form.id}-blank.docx`, writeDocx(blankFormDocument(form)).bytes);
    expect(textOf(blank)).toContain('（文字描述）');
  });

  it(`opens a report of ${form.id} as xlsx, calculates its checks and prints each table on one page`, async () => {
    const printed = await print(`${form.id}.xlsx`, (await writeXlsx(sampleReport(form))).bytes);
    const tables = Object.keys(form.tables).length;
    expect(textOf({ pages: printed.pages.slice(tables) })).toContain('不符');
    const titles = printed.pages.slice(0, tables).map((page) => textOf({ pages: [page] }));
    form.sections
      .filter(({ table }) => table !== undefined)
      .forEach(({ title }, at) => expect(titles[at]).toContain(title));
  });
});
