import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { demoReports } from '@gongkai/demo';
import { importDocument } from '@gongkai/importer';
import { blankReport, forms, type Report, type TextBlock } from '@gongkai/schema';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { figureFormats, figures, prose, roundTrip, uncertain, wholeFormats } from './src/round-trip.ts';

/** Typst and the reader of PDF are loaded by the first test that asks for them. */
vi.setConfig({ testTimeout: 60_000 });

const reports = demoReports().map(({ report }) => report);
/** One report of each form, of a department and of the government; `test:full` takes all. */
const [first] = reports as [Report];
const sample = [first, reports.find(({ kind }) => kind === 'consolidated')!, reports.at(-1)!];

describe('a report of the demonstration county', () => {
  it.each(wholeFormats)('comes back from %s with every figure, paragraph and list', async (format) => {
    for (const report of sample) {
      const result = await roundTrip(report, format);
      expect(figures(result.report)).toEqual(figures(report));
      expect(uncertain(result)).toEqual([]);
      expect(prose(result.report)).toEqual(prose(report));
    }
  });

  it.each(['docx', 'html', 'pdf'] as const)('comes back from %s without the signature and address', async (format) => {
    const options = {
      signedOn: '2026-01-20',
      origin: { address: 'https://yunxi.example/reports/1', digest: 'ab'.repeat(32) },
    };
    const result = await roundTrip(reports.at(-1)!, format, options);
    expect(prose(result.report)).toEqual(prose(reports.at(-1)!));
  });

  it.each(figureFormats)('comes back from %s with every figure', async (format) => {
    for (const report of sample) {
      const result = await roundTrip(report, format);
      expect(figures(result.report)).toEqual(figures(report));
      expect(uncertain(result)).toEqual([]);
    }
  });
});

/** Figures of documents: the importer's fixtures, and real ones beside the repository where they are. */
const folders = ['../../packages/importer/fixtures/', '../../../shared/corpus/'].map(
  (path) => new URL(path, import.meta.url),
);
const files = folders.filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.figures.csv'))
    .map((name) => ({
      name: `${folder.href.includes('corpus') ? 'corpus' : 'fixture'} ${name}`,
      url: new URL(name, folder),
    })),
);

describe.each(files)('the figures of $name', ({ url }) => {
  it('come back from every format', async () => {
    const read = await importDocument(new Uint8Array(readFileSync(url)), { fileName: url.pathname });
    if (!read.ok) throw new Error(read.message);
    const { report } = read;
    const named: Report = {
      ...report,
      title: `云溪县财政局${report.year}年政府信息公开工作年度报告`,
      agency: { name: '云溪县财政局' },
    };
    for (const format of [...wholeFormats, ...figureFormats])
      expect([format, figures((await roundTrip(named, format)).report)]).toEqual([format, figures(named)]);
  });
});

const words = [
  '公开',
  '信息',
  '政府',
  '群众',
  '2024年',
  '12条',
  '《条例》',
  '“三公”',
  '<b>粗</b>',
  '&amp;',
  '&#65;',
  '<!-- -->',
  '#let x = 1',
  '$x^2$',
  '=SUM(A1)',
  '@引用',
  '\\n',
  '{{模板}}',
  '%s',
  'é',
  '垟堽',
  '①',
  '１２',
  '——',
  '……',
  '1.5%',
  'a_b*c',
  "'单'",
  '"双"',
  '（一）',
  '一、',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 })
  .map((parts) => `本机关${parts.join('')}。`);
const item = sentence.map((text) => text.slice(0, 60).trim());
const nested = fc.record({ ordered: fc.boolean(), items: fc.array(item, { minLength: 2, maxLength: 4 }) });
const list = fc.record({
  type: fc.constant('list' as const),
  ordered: fc.boolean(),
  items: fc.array(fc.oneof(fc.record({ text: item }), fc.record({ text: item, list: nested })), {
    minLength: 2,
    maxLength: 4,
  }),
});
/** A text of several lines: from it a reader of PDF knows where lines end. */
const long: TextBlock = { type: 'paragraph', text: `本机关全年${'按照条例公开信息，'.repeat(10)}工作平稳有序。` };
const paragraph = sentence.map((text): TextBlock => ({ type: 'paragraph', text }));
const awkwardBlocks = fc.tuple(
  paragraph,
  fc.array(paragraph, { maxLength: 3 }),
  fc.option(list, { nil: undefined }),
  paragraph,
);

/** A printed page does not say where a list ends that is nested in another, so PDF is not asked for these. */
const structuredFormats = wholeFormats.filter((format) => format !== 'pdf');

describe.each(forms)('a report of $id with awkward texts', (form) => {
  it.each(structuredFormats)('comes back from %s with every paragraph and list', async (format) => {
    await fc.assert(
      fc.asyncProperty(awkwardBlocks, async ([first, others, own, last]) => {
        const blocks = [long, first, ...others, ...(own ? [own] : []), last];
        const blank = blankReport(form, { name: '云溪县财政局' }, form.years.from, 'own');
        const report: Report = {
          ...blank,
          sections: blank.sections.map((section, at) => (at === 0 ? { ...section, blocks } : section)),
        };
        const result = await roundTrip(report, format);
        expect(prose(result.report)).toEqual(prose(report));
      }),
      { numRuns: 10 },
    );
  });
});
