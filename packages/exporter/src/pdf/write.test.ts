import { forms } from '@gongkai/schema';
import { describe, expect, it, vi } from 'vitest';
import { reportDocument } from '../document/report-document.ts';
import { findFontSet } from '../fonts/font-set.ts';
import { awkwardReport } from '../testing/awkward-texts.ts';
import { fictionalForm, fictionalReport } from '../testing/fictional-form.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { createPdfWriter, type PdfStandard } from './write.ts';

vi.setConfig({ testTimeout: 60_000 });

const fonts = findFontSet({ system: false });
const writer = createPdfWriter(fonts);
const standards: readonly PdfStandard[] = ['accessible', 'archive'];

describe.each(forms)('a report of $id as PDF', (form) => {
  const report = sampleReport(form);
  const document = reportDocument(report, {
    signedOn: '2026-01-20',
    origin: { address: 'https://yunxi.example/reports/1/2024/own', digest: 'ab'.repeat(32) },
  });

  it.each(standards)('is the same bytes each time for %s', (standard) => {
    expect(writer.write(document, standard).bytes).toEqual(createPdfWriter(fonts).write(document, standard).bytes);
  });

  it('names the set of fonts, the agency and the title in its metadata', async () => {
    const { metadata } = await readPdf(writer.write(document).bytes);
    expect(metadata).toMatchObject({ Title: report.title, Author: report.agency.name, Language: 'zh-CN' });
    expect(metadata['Keywords']).toContain(fonts.digest.slice(0, 16));
  });

  it('has a bookmark for each section, tables with headers, and the address at its end', async () => {
    const { outline, roles, pages } = await readPdf(writer.write(document).bytes);
    expect(outline).toEqual(form.sections.map(({ number, title }) => `${number}、${title}`));
    for (const role of ['H1', 'P', 'Table', 'THead', 'TH', 'TD', 'Figure']) expect(roles).toContain(role);
    expect(pages.at(-1)!.text).toContain('永久地址：https://yunxi.example/reports/1/2024/own');
  });

  it.each(standards)('comes out with awkward texts for %s, and names what it cannot print', (standard) => {
    const { warnings } = writer.write(reportDocument(awkwardReport(report), { watermark: '草稿' }), standard);
    expect(warnings.join()).toContain('字“😀”（U+1F600）');
    expect(warnings.join()).toContain('自造字（U+E000）');
    expect(warnings.join()).not.toMatch(/垟|堽|氹/);
  });
});

it('prints 22 lines of 28 characters on a full page, numbered on the outer side', async () => {
  const text = '政府信息公开工作稳步推进'.repeat(300);
  const withText = { ...sampleReport(forms[1]!), preamble: [{ type: 'paragraph' as const, text }] };
  const { pages } = await readPdf(writer.write(reportDocument(withText)).bytes);
  for (const { lines, number } of pages.slice(1, 3)) {
    expect(lines).toHaveLength(22);
    expect(new Set(lines.map(({ text }) => [...text].length))).toEqual(new Set([28]));
    expect(number.text).toMatch(/^— \d+ —$/);
  }
  expect(pages[2]!.number.x).toBeGreaterThan(400);
  expect(pages[1]!.number.x).toBeLessThan(150);
});

it('takes no text for markup of Typst', async () => {
  const report = {
    ...sampleReport(forms[1]!),
    preamble: [{ type: 'paragraph' as const, text: '#pagebreak() $x$ *粗*' }],
  };
  const { pages } = await readPdf(writer.write(reportDocument(report)).bytes);
  expect(pages[0]!.text).toContain('#pagebreak() $x$ *粗*');
});

it('comes out for a form that it does not know', async () => {
  const { pages } = await readPdf(writer.write(reportDocument(fictionalReport(), { form: fictionalForm })).bytes);
  expect(pages[0]!.text).toContain('13.650万元');
  expect(pages[0]!.text).toContain('比上年增减');
});
