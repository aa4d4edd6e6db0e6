import { existsSync, readFileSync } from 'node:fs';
import { figuresOf, formOf, parseReport } from '@gongkai/schema';
import { describe, expect, it, vi } from 'vitest';
import { importDocument } from './import-document.ts';
import { corpus } from './testing/corpus.ts';

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
    for (const { key, blocks } of sections)
      if (['overview', 'problems', 'other'].includes(key)) expect(blocks.length, key).toBeGreaterThan(0);
  });
});

const blankForm = new URL('../../../../shared/corpus/blank-form-2021.docx', import.meta.url);
it.runIf(existsSync(blankForm))('the blank official form is recognised as one', async () => {
  expect(await importDocument(new Uint8Array(readFileSync(blankForm)))).toMatchObject({
    ok: false,
    code: 'blank-form',
  });
});
