import { figuresOf, forms, valuesOf } from '@gongkai/schema';
import { describe, expect, it, vi } from 'vitest';
import { importDocument } from '../../import-document.ts';
import type { ImportSuccess } from '../../recognise/result.ts';
import { pdfDisguises, pdfWatermarks } from '../../testing/disguises/pdf.ts';
import { firstExtra, layOutPdf, type PdfOptions } from '../../testing/pdf-layouts.ts';
import { specimen } from '../../testing/specimen.ts';

vi.setConfig({ testTimeout: 30_000 });

const form = forms.at(-1)!;
const report = specimen(form);
const keys = ['disclosure.licensing.decisions', 'requests.received.total', 'requests.received.naturalPersons'];

async function read(options: PdfOptions): Promise<ImportSuccess> {
  const result = await importDocument(layOutPdf(form, report, options));
  if (!result.ok) throw new Error(result.message);
  return result;
}

describe('a figure', () => {
  it.each(Object.entries(pdfDisguises))('%s', async (_name, { write, outcome }) => {
    const result = await read({ figure: (text, key) => (keys.includes(key) ? write(text, '73') : undefined) });
    const printed = new Map(figuresOf(form, report.tables).map(({ key, text }) => [key, text]));
    const readable = figuresOf(form, result.report.tables).filter(
      ({ key }) => outcome === 'read' || !keys.includes(key) || result.provenance[key]!.certainty !== 'unread',
    );
    expect(readable.length).toBeGreaterThan(0);
    for (const { key, text } of readable)
      expect([key, text, result.provenance[key]!.certainty]).toEqual([key, printed.get(key), 'read']);
  });
});

describe.each(Object.entries(pdfWatermarks))('a watermark of %s', (_name, operators) => {
  it.each(['under', 'over'])('%s the content is no part of it', async (where) => {
    const result = await read({ [where]: operators });
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(result.report.title).toBe(report.title);
  });
});

it.each([1, 2, 3])('a page that lies turned by %i quarters is read as it is meant', async (quarter) => {
  const result = await read({ quarter });
  expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
});

describe('a figure typed into a field or with the typewriter', () => {
  const appearance = (text: string) =>
    `<< /Type /XObject /Subtype /Form /BBox [0 0 40 14] /Resources << /Font << /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Length ${text.length + 32} >>\nstream\nBT /Helv 10 Tf 2 3 Td (${text}) Tj ET  \nendstream`;
  const rect = async () => {
    const result = await read({});
    const place = result.provenance['disclosure.licensing.decisions']?.place;
    if (place?.type !== 'page') throw new Error('no place');
    const { x, y, height } = place.box;
    return `/Rect [${x + 2} ${842 - y - height + 1} ${x + 42} ${842 - y - 1}]`;
  };
  const withoutFigure = (text: string, key: string) => (key === 'disclosure.licensing.decisions' ? ' ' : undefined);
  const field = (at: string, value: string, more = '') =>
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (${value}) /DA (/Helv 10 Tf 0 g) /F 4 ${at} ${more} >>`;

  it.each<[string, (at: string) => string[], string]>([
    ['a field', (at) => [field(at, '4521', `/AP << /N ${firstExtra + 1} 0 R >>`), appearance('4521')], '4521'],
    ['a field without appearance', (at) => [field(at, '4521')], '4521'],
    [
      'a typewriter note',
      (at) => [
        `<< /Type /Annot /Subtype /FreeText /Contents (4521) /DA (/Helv 10 Tf 0 g) /F 4 ${at} /AP << /N ${firstExtra + 1} 0 R >> >>`,
        appearance('4521'),
      ],
      '4521',
    ],
    [
      'a typewriter note without appearance',
      (at) => [`<< /Type /Annot /Subtype /FreeText /Contents (4521) /DA (/Helv 10 Tf 0 g) /F 4 ${at} >>`],
      '4521',
    ],
    ['a hidden field', (at) => [field(at, '4521').replace('/F 4', '/F 2')], ''],
    [
      'a stamp',
      (at) => [`<< /Type /Annot /Subtype /Stamp /F 4 ${at} /AP << /N ${firstExtra + 1} 0 R >> >>`, appearance('4521')],
      '',
    ],
  ])('%s', async (_name, extra, figure) => {
    const result = await read({ figure: withoutFigure, extra: extra(await rect()), annotations: [firstExtra] });
    expect(result.provenance['disclosure.licensing.decisions']).toMatchObject({ raw: figure, certainty: 'read' });
  });

  it('stays unread where the field holds something else than it shows', async () => {
    const extra = [field(await rect(), '4512', `/AP << /N ${firstExtra + 1} 0 R >>`), appearance('4521')];
    const result = await read({ figure: withoutFigure, extra, annotations: [firstExtra] });
    expect(result.provenance['disclosure.licensing.decisions']?.certainty).toBe('unread');
  });

  it('stays unread where it lies beside a printed figure', async () => {
    const extra = [field(await rect(), '9', `/AP << /N ${firstExtra + 1} 0 R >>`), appearance('     9')];
    const result = await read({ extra, annotations: [firstExtra] });
    expect(result.provenance['disclosure.licensing.decisions']?.certainty).toBe('unread');
  });
});
