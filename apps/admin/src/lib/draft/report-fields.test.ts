import { blankReport, forms, withValue, type Report } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { blocksIn, differingFields, reportFields, withBlocks, withContact } from './report-fields.ts';

const form = forms.at(-1)!;
const blank = blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own');
const paragraph = (text: string) => ({ type: 'paragraph', text }) as const;

const changes: Record<string, Report> = {
  title: { ...blank, title: '另一个标题' },
  period: { ...blank, period: { from: '2021-01-01', to: '2021-12-30' } },
  preamble: { ...blank, preamble: [paragraph('引言。')] },
  'contact.phone': withContact(blank, 'phone', '0000-0000000'),
  'section.overview': withBlocks(blank, 'overview', [paragraph('概况。')]),
  'requests.received.total': withValue(form, blank, 'requests.received.total', 3),
};

describe.each(Object.entries(changes))('a change of %s', (key, changed) => {
  it('is found as this part only', () => {
    expect(differingFields(form, blank, changed).map((part) => part.key)).toEqual([key]);
  });

  it('is copied, and copied back', () => {
    const part = reportFields(form).find((candidate) => candidate.key === key)!;
    expect(part.copy(changed, blank)).toEqual(changed);
    expect(part.copy(blank, changed)).toEqual(blank);
  });
});

it('distinguishes blank, zero and not applicable', () => {
  const values = [null, 0, { na: '/' }].map((value) => withValue(form, blank, 'requests.received.total', value));
  for (const a of values) for (const b of values) expect(differingFields(form, a, b)).toHaveLength(a === b ? 0 : 1);
});

it('copies a missing period', () => {
  const { period: _, ...without } = blank;
  const part = reportFields(form).find(({ key }) => key === 'period')!;
  expect(part.copy(without, blank)).toEqual(without);
});

it('adds a section that the report lacks', () => {
  const without = { ...blank, sections: [] };
  expect(blocksIn(without, 'other')).toEqual([]);
  expect(withBlocks(without, 'other', [paragraph('无。')]).sections).toEqual([
    { key: 'other', blocks: [paragraph('无。')] },
  ]);
});
