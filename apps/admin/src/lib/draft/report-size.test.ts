import { blankReport, forms } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { withBlocks } from './report-fields.ts';
import { describeOversize } from './report-size.ts';

it('states the size, the longest part and its length', () => {
  const form = forms.at(-1)!;
  const report = blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own');
  const { key, number, title } = form.sections[0]!;
  const text = withBlocks(report, key, [{ type: 'paragraph', text: '公'.repeat(1_700_000) }]);
  expect(describeOversize(text)).toContain(`“${number}、${title}”，有 1,700,000 字`);
  expect(describeOversize(text)).toContain('4.9 MB');
});
