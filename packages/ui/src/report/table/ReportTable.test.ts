import {
  blankReport,
  cellsOf,
  forms,
  uniformTables,
  withValue,
  type Finding,
  type Form,
  type Report,
} from '@gongkai/schema';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import ReportTable from './ReportTable.svelte';

const report = (form: Form): Report => ({
  ...blankReport(form, { name: '青原镇人民政府' }, form.years.from, 'own'),
  tables: uniformTables(form, 0),
});

/** HTML of a table without Svelte's hydration markers. */
function renderTable(form: Form, table: string, { tables }: Report, findings: Finding[] = []): string {
  return render(ReportTable, { props: { layout: form, table, tables, findings } }).body.replaceAll(/<!--.*?-->/g, '');
}

/** Opening tag and content of the figure with this official code. */
function figure(html: string, code: string): string {
  const at = html.indexOf(`<td id="${code}"`);
  return at < 0 ? `no cell ${code}` : html.slice(at, html.indexOf('</td>', at));
}

describe.each(forms)('official tables of $id', (form) => {
  it('give every figure an id from its official code and at least two headers', () => {
    const html = Object.keys(form.tables)
      .map((table) => renderTable(form, table, report(form)))
      .join('');
    const headerIds = new Set(Array.from(html.matchAll(/<th id="([^"]+)"/g), (match) => match[1]));
    const figures = Array.from(html.matchAll(/<td id="([^"]+)" headers="([^"]+)"/g));
    expect(figures).toHaveLength(cellsOf(form).length);
    for (const [, id, headers] of figures) {
      expect(id).not.toMatch(/\s/);
      expect(headers!.split(' ').length).toBeGreaterThanOrEqual(2);
      for (const header of headers!.split(' ')) expect(headerIds).toContain(header);
    }
  });
});

describe('table three', () => {
  const form = forms[1]!;
  const html = renderTable(form, 'requests', report(form));

  it('spans the headers of rows and columns as in the form', () => {
    expect(html).toMatch(/<th[^>]*scope="rowgroup"[^>]*rowspan="22"[^>]*>三、本年度办理结果<\/th>/);
    expect(html).toMatch(/<th[^>]*scope="colgroup"[^>]*colspan="5"[^>]*>法人或其他组织<\/th>/);
    expect(html).toMatch(/<td class="note label-0" colspan="3" rowspan="3">（本列数据的勾稽关系为/);
  });

  it('has its header lines in one thead and a caption', () => {
    expect(html.match(/<thead>/g)).toHaveLength(1);
    expect(html).toContain('收到和处理政府信息公开申请情况</caption>');
  });
});

describe('a figure', () => {
  const form = forms[0]!;
  const draft = report(form);
  const rendered = (name: string, value: Parameters<typeof withValue>[3]) =>
    renderTable(form, name.startsWith('二') ? 'disclosure' : 'requests', withValue(form, draft, name, value));

  it('that is blank is left blank, with a text for screen readers', () => {
    const html = figure(rendered('三.一.总计', null), '三.一.总计');
    expect(html).toContain('class="blank"');
    expect(html).toMatch(/<span class="visually-hidden">空白<\/span>$/);
  });

  it('that is a slash stays a slash', () => {
    expect(figure(rendered('三.一.总计', { na: '/' }), '三.一.总计')).toMatch(/>\/$/);
  });

  it('of a change has its sign', () => {
    expect(figure(rendered('二.行政许可.本年增/减', 52), '二.行政许可.本年增/减')).toMatch(/>\+52$/);
  });

  it('of money is printed as written, with its unit if the label has none', () => {
    const html = figure(rendered('二.政府集中采购.采购总金额', '105.650'), '二.政府集中采购.采购总金额');
    expect(html).toMatch(/>105\.650<span class="unit">万元<\/span>$/);
  });

  it('with a finding is marked and refers to it', () => {
    const finding: Finding = {
      rule: 'R31',
      verdict: 'fail',
      severity: 'block',
      scope: 'row',
      cells: ['requests.received.businesses', 'requests.received.total'],
      params: {},
      message: { zh: '合计不等', en: 'sum differs' },
    };
    const html = renderTable(form, 'requests', draft, [finding]);
    expect(figure(html, '三.一.商业企业')).toMatch(/class="zero marked severity-block"[^>]*>0$/);
    expect(figure(html, '三.一.总计')).toContain('href="#finding-1"');
  });

  it('is escaped as text', () => {
    expect(rendered('三.一.总计', { na: '<b>无</b>' })).toContain('&lt;b>无&lt;/b>');
  });
});
