import {
  blankReport,
  checkFigures,
  failures,
  forms,
  uniformTables,
  withValue,
  type Finding,
  type Report,
} from '@gongkai/schema';
import { check } from '@gongkai/schema/catalogue';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import ReportFindings from './ReportFindings.svelte';

const form = forms.at(-1)!;
const zeros: Report = {
  ...blankReport(form, { name: '云溪县青原镇人民政府' }, form.years.from, 'own'),
  tables: uniformTables(form, 0),
};

/** The text above the findings, as rendered. */
function leadOf(report: Report, findings: readonly Finding[]): string {
  const html = render(ReportFindings, { props: { form, report, findings } }).body.replaceAll(/<!--.*?-->/g, '');
  return /<p class="lead[^>]*>([^<]*)/.exec(html)![1]!.trim();
}

describe('the text above the findings of a report', () => {
  it('mentions marks in figures only if figures are marked', () => {
    const report = withValue(form, zeros, '三.一.总计', null);
    const findings = failures(checkFigures(form, report)).filter(({ rule }) => rule === 'R10');
    expect(leadOf(report, findings)).toBe(
      '经程序核对：须改正 1 项。有底色的数字与核对结果有关，旁边的编号指向下面对应的一项。核对由程序自动进行，原报告内容未作改动。',
    );
  });

  it('calls a hint a hint, and mentions no mark for a finding without a place', () => {
    const context = { publication: { publishedOn: `${zeros.year + 1}-02-01` } };
    const findings = failures(check(form, zeros, context)).filter(({ rule }) => rule === 'R75');
    expect(findings).toHaveLength(1);
    expect(leadOf(zeros, findings)).toBe('经程序核对：提示 1 项。核对由程序自动进行，原报告内容未作改动。');
  });

  it('states that there are no findings', () => {
    expect(leadOf(zeros, [])).toBe('经程序核对，未发现不一致。核对由程序自动进行，原报告内容未作改动。');
  });
});
