import { describe, expect, it } from 'vitest';
import { forms } from './registry.ts';
import { blankReport } from '../report/blank.ts';
import { parseReport } from './parse-report.ts';
import { withValue } from '../report/values.ts';

const agency = { name: '云溪县青原镇人民政府' };

describe.each(forms)('reading JSON as a report in $id', (form) => {
  const blank = blankReport(form, agency, form.years.from, 'own');

  it('takes a blank report unchanged', () => {
    expect(parseReport(JSON.parse(JSON.stringify(blank)))).toEqual({ ok: true, report: blank });
  });

  it('keeps zero, blank and not applicable apart', () => {
    const mixed = withValue(form, withValue(form, blank, '三.一.总计', 0), '三.二.总计', { na: '—' });
    const parsed = parseReport(mixed);
    expect(parsed.ok && parsed.report.tables.requests).toMatchObject({
      received: { total: 0, naturalPersons: null },
      carriedIn: { total: { na: '—' } },
    });
  });

  it('names an unknown field and a missing cell', () => {
    const { total: _, ...received } = blank.tables.requests!.received!;
    const broken = {
      ...blank,
      remark: 1,
      tables: { ...blank.tables, requests: { ...blank.tables.requests, received } },
    };
    const parsed = parseReport(broken);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.errors).toContainEqual({ path: [], code: 'unrecognized_keys', message: '不认识的字段：remark' });
    expect(parsed.errors.map(({ path }) => path.join('.'))).toContain('tables.requests.received.total');
  });

  it('refuses 10 MB of text in a section, in one piece or in many', () => {
    const paragraphs = (pieces: number) =>
      Array.from({ length: pieces }, () => ({ type: 'paragraph', text: '公'.repeat(10_000_000 / pieces) }));
    for (const pieces of [1, 200]) {
      const sections = blank.sections.map((section, at) =>
        at === 0 ? { ...section, blocks: paragraphs(pieces) } : section,
      );
      const parsed = parseReport({ ...blank, sections });
      expect(parsed.ok ? [] : parsed.errors.map(({ message }) => message)).toContainEqual(
        expect.stringMatching(/不能超过/),
      );
    }
  });

  it.each([
    ['U+0000', 'a\0b'],
    ['a lone surrogate', 'a\uD800b'],
  ])('refuses %s', (_name, text) => {
    expect(parseReport({ ...blank, title: text }).ok).toBe(false);
  });
});

it.each([[null], [1], ['report'], [[]], [{}], [{ form: 'form-1999' }]])(
  'gives errors, no exception, for %j',
  (json) => {
    const parsed = parseReport(json);
    expect(parsed.ok ? 'parsed' : parsed.errors[0]!.message).toMatch(/form|格式/);
  },
);
