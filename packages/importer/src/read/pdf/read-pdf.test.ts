import { forms, valuesOf } from '@gongkai/schema';
import { describe, expect, it, vi } from 'vitest';
import { importDocument } from '../../import-document.ts';
import { layOutPdf, type PdfOptions } from '../../testing/pdf-layouts.ts';
import { specimen } from '../../testing/specimen.ts';

vi.setConfig({ testTimeout: 30_000 });

const layouts: Readonly<Record<string, PdfOptions>> = {
  'with stroked rulings': {},
  'with rulings that are thin shapes': { rulings: 'fill' },
  'drawn through matrices': { scaled: true },
  'with tables cut by page breaks': { room: 100 },
  'with tables cut by page breaks within their headings': { room: 30 },
};

describe.each(forms)('$id as PDF', (form) => {
  const report = specimen(form);

  it.each(Object.keys(layouts))('is read exactly %s', async (layout) => {
    const result = await importDocument(layOutPdf(form, report, layouts[layout]));
    if (!result.ok) throw new Error(result.message);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(result.notes.map(({ code }) => code).filter((code) => code !== 'converted')).toEqual([]);
    expect(result.report.title).toBe(report.title);
    expect(result.report.sections[0]!.blocks).toHaveLength(2);
  });

  it('keeps blanks in the columns where they stand', async () => {
    const blanks = specimen(form, (key, ordinal) =>
      /\.(?:naturalPersons|total|issued|upheld)$/.test(key) ? ordinal : null,
    );
    const result = await importDocument(layOutPdf(form, blanks));
    if (!result.ok) throw new Error(result.message);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, blanks.tables));
  });

  it('tells page and box of a figure', async () => {
    const result = await importDocument(layOutPdf(form, report));
    const place = result.ok && result.provenance['requests.received.total']?.place;
    expect(place).toMatchObject({ type: 'page', page: 1 });
  });
});

const pdf = (text: string) => new TextEncoder().encode(text);
const small = new TextDecoder().decode(layOutPdf(forms[0]!, specimen(forms[0]!)));

describe('a bad PDF is refused:', () => {
  it.each([
    ['nothing but a head', pdf('%PDF-1.7\n'), 'damaged'],
    ['a truncated file', pdf(small.slice(0, 500)), 'damaged'],
    ['a file without text', pdf(small.replaceAll(/BT[^E]*ET/g, '')), 'no-text'],
  ])('%s', async (_name, bytes, code) => {
    expect(await importDocument(bytes)).toMatchObject({ ok: false, code });
  });
});

it('names the pages that are pictures without text', async () => {
  const pdf = layOutPdf(forms[0]!, specimen(forms[0]!), { picture: true });
  const result = await importDocument(pdf);
  expect(result.ok && result.notes[0]).toMatchObject({ code: 'page-without-text', level: 'warning' });
  expect(result.ok && result.notes[0]!.message.zh).toMatch(/^第 \d+ 页没有文字，可能是扫描的图片/u);
});
