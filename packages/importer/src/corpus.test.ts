import { existsSync, readFileSync } from 'node:fs';
import { figuresOf, formOf, parseReport } from '@gongkai/schema';
import { describe, expect, it, vi } from 'vitest';
import { importDocument } from './import-document.ts';
import { corpus, realReports } from './testing/corpus.ts';

vi.setConfig({ testTimeout: 30_000 });

describe.each(corpus())('$name', ({ bytes, figures }) => {
  it('gives exactly its figures, none of them unread', async () => {
    const result = await importDocument(bytes);
    if (!result.ok) throw new Error(result.message);
    const lines = figuresOf(formOf(result.report.form), result.report.tables).map(({ section, row, column, text }) =>
      [section, row, column, text].join(','),
    );
    expect(['section,row,column,value', ...lines, ''].join('\n')).toBe(figures);
    expect(Object.values(result.provenance).filter(({ certainty }) => certainty === 'unread')).toEqual([]);
    expect(parseReport(result.report)).toEqual({ ok: true, report: result.report });
  });

  it('gives title, body, year, period and six sections', async () => {
    const result = await importDocument(bytes);
    if (!result.ok) throw new Error(result.message);
    const { title, agency, year, period, sections } = result.report;
    expect(title).toContain(String(year));
    expect(title).toContain(agency.name);
    expect(period).toEqual({ from: `${year}-01-01`, to: `${year}-12-31` });
    const withText = sections.filter(({ key }) => ['overview', 'problems', 'other'].includes(key));
    for (const { key, blocks } of withText) expect(blocks.length, key).toBeGreaterThan(0);
  });
});

// Skipped, and therefore listed in the summary, if only the fixtures are available.
describe.runIf(existsSync(realReports))('the real reports beside the repository', () => {
  it('are read as well', () => {
    expect(corpus().filter(({ name }) => name.startsWith('corpus '))).not.toEqual([]);
  });

  it('have a blank official form among them, which is recognised as one', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('blank-form-2021.docx', realReports)));
    expect(await importDocument(bytes)).toMatchObject({ ok: false, code: 'blank-form' });
  });
});
