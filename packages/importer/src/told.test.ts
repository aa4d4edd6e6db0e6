import { forms } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { importDocument } from './import-document.ts';
import { specimen } from './testing/specimen.ts';
import { layOutText } from './testing/text-layouts.ts';

const form = forms.at(-1)!;
const nameless = layOutText(form, specimen(form), 'a row a line with pipes')
  .replace(/^.*年度报告$/mu, '政府信息公开工作年度报告')
  .replace(/^本报告的统计期限.*$/mu, '')
  .replaceAll(/\d{4}年/gu, '');
const bytes = new TextEncoder().encode(nameless);

it('a document that states no year is not read by a guess: the year is asked for', async () => {
  expect(await importDocument(bytes)).toMatchObject({
    ok: false,
    code: 'no-year',
    message: expect.stringContaining('--year') as string,
  });
});

it('year and body are taken as they were said with the document, and noted', async () => {
  const result = await importDocument(bytes, { year: form.years.from + 1, agency: '云溪县水务局' });
  if (!result.ok) throw new Error(result.message);
  expect(result.report).toMatchObject({ year: form.years.from + 1, agency: { name: '云溪县水务局' } });
  expect(result.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['year-given', 'agency-given']));
});

it('what a document states goes before what was said with it', async () => {
  const stated = new TextEncoder().encode(layOutText(form, specimen(form), 'a row a line with pipes'));
  const result = await importDocument(stated, { year: form.years.from + 1, agency: '云溪县水务局' });
  if (!result.ok) throw new Error(result.message);
  expect(result.report).toMatchObject({ year: form.years.from, agency: { name: '云溪县财政局' } });
});
