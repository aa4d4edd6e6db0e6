import { blankReport, cellsOf, forms, withValue } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { awkwardReport } from '../testing/awkward-texts.ts';
import { fictionalForm, fictionalReport } from '../testing/fictional-form.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { xmlParts } from '../testing/xml-parts.ts';
import { writeXlsx } from './write.ts';

const partsOf = async (...args: Parameters<typeof writeXlsx>) => xmlParts((await writeXlsx(...args)).bytes);

describe.each(forms)('a report of $id as xlsx', (form) => {
  it('is the same bytes each time', async () => {
    const report = sampleReport(form);
    expect((await writeXlsx(report)).bytes).toEqual((await writeXlsx(report)).bytes);
  });

  it('has a sheet for each table with its merges, print set-up and locked labels, and one for the checks', async () => {
    const parts = await partsOf(sampleReport(form));
    const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(Object.keys(form.tables).length + 1);
    const [first] = sheets;
    expect(parts[first!]).toMatch(/<mergeCell ref="A1:/);
    expect(parts[first!]).toContain('<sheetProtection');
    expect(parts[first!]).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(parts['xl/workbook.xml']).toContain('_xlnm.Print_Titles');
  });

  it('marks totals that differ, and says so without being calculated', async () => {
    const zeros = cellsOf(form).reduce(
      (report, { key, measure }) => withValue(form, report, key, measure === 'money' ? '0' : 0),
      blankReport(form, { name: '云溪县财政局' }, form.years.from, 'own'),
    );
    const agreeing = await partsOf(zeros);
    const differing = await partsOf(withValue(form, zeros, 'requests.total.total', 7));
    const all = (parts: Readonly<Record<string, string>>) => Object.values(parts).join('');
    expect(all(agreeing)).toContain('<conditionalFormatting');
    expect(all(agreeing)).toContain('相符</v>');
    expect(all(agreeing)).not.toContain('不符</v>');
    expect(all(differing)).toContain('不符</v>');
  });

  it('writes awkward texts as texts', async () => {
    const parts = await partsOf(awkwardReport(sampleReport(form)));
    const formulas = Object.values(parts).flatMap((part) =>
      [...part.matchAll(/<f>([^<]*)<\/f>/g)].map(([, own]) => own!),
    );
    expect(formulas.filter((own) => !own.startsWith('IF('))).toEqual([]);
  });
});

it('comes out for a form that it does not know, without checks where the form has none', async () => {
  const parts = await partsOf(fictionalReport(), { form: fictionalForm });
  const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/sheet'));
  expect(sheets).toHaveLength(2);
  expect(sheets.map((path) => parts[path]).join('')).toContain('<v>718</v>');
});

it('keeps long and padded numbers as they are written', async () => {
  const form = forms[1]!;
  const amount = cellsOf(form).find(({ measure }) => measure === 'money')!;
  const report = withValue(form, sampleReport(form), amount.key, '123456789012345.123456');
  expect(Object.values(await partsOf(report)).join('')).toContain('123456789012345.123456');
});
