import { blankReport, buildTables, cellOf, type Form, type Report, type Value } from '@gongkai/schema';

/** A report with a figure of every kind: numbers, changes, money as written, blank, not applicable. */
export function sampleReport(form: Form): Report {
  const report = blankReport(form, { name: '云溪县青原镇人民政府' }, form.years.from, 'own');
  return { ...report, tables: buildTables(form, (key) => sampleValue(form, key)) };
}

function sampleValue(form: Form, key: string): Value {
  const { ordinal, measure, row, column } = cellOf(form, key);
  if (row.key === 'carriedIn') return sampleAnswers[column.key] ?? null;
  if (measure === 'change') return ordinal % 2 === 0 ? ordinal : -ordinal;
  if (measure === 'money') return `${ordinal}.650`;
  return ordinal * 1_000;
}

const sampleAnswers: Record<string, Value> = {
  naturalPersons: { na: '/' },
  businesses: { na: '—' },
  researchInstitutions: { na: '无，见说明' },
  publicBenefitOrganisations: { na: '=SUM(A1,"1")' },
  legalServices: '1.5',
};
