// This import must be first, because the modules below read the registry when they are loaded.
import '../../../../../packages/schema/src/testing/form-2027/register.ts';
import { blankReport, formOf, parseReport, uniformTables, withValue } from '@gongkai/schema';
import { check } from '@gongkai/schema/catalogue';
import { render } from 'svelte/server';
import { expect, it, vi } from 'vitest';
import type { PublishedReport } from '@gongkai/api/schemas';
import ReportView from './ReportView.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('http://localhost/reports/1/2027/own'), data: { site: {} } } }));
vi.mock('$app/paths', () => ({ resolve: (path: string) => path }));

const form = formOf('form-2027');
const name = '云溪县青原镇人民政府';

it('shows a report in a form defined only by its folder and registry entry: sections, tables, finding', () => {
  const zeros = { ...blankReport(form, { name }, 2027, 'own'), tables: uniformTables(form, 0) };
  const report = withValue(form, zeros, 'staffing.fullTime.people', 2);
  expect(parseReport(report).ok).toBe(true);
  const digest = 'a'.repeat(64);
  const at = '2028-01-15T01:00:00Z';
  const published: PublishedReport = {
    summary: {
      ...{ agencyId: '1', agencyName: name, year: 2027, kind: 'own', title: report.title, form: form.id },
      ...{ publishedOn: '2028-01-15', origin: 'entered', digest, state: 'published', corrections: 0 },
    },
    report,
    revision: { number: 1, digest, createdAt: at },
    findings: check(form, report).filter(({ verdict }) => verdict === 'fail'),
    history: [],
    years: [],
  };
  const { body } = render(ReportView, {
    props: { published, form, fileHref: (format: string) => `/x.${format}` },
  });
  const text = body
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  for (const words of [
    '七、政府信息公开工作人员和经费情况',
    '专职人员',
    '本年新制发件数',
    '3.申请人主动撤回申请',
    '本年支出金额',
  ])
    expect(text.replaceAll(' ', '')).toContain(words);
  expect(text).toContain('专职、兼职人员之和为 2，人员合计填的是 0，相差 2');
});
