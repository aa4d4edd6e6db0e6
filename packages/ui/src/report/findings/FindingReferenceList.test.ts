import {
  blankReport,
  checkFigures,
  explain,
  failures,
  forms,
  uniformTables,
  withValue,
  type Report,
} from '@gongkai/schema';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import FindingReferenceList from './FindingReferenceList.svelte';

const form = forms.at(-1)!;
const zeros: Report = {
  ...blankReport(form, { name: '云溪县青原镇人民政府' }, form.years.from, 'own'),
  tables: uniformTables(form, 0),
};
const report = withValue(form, zeros, '三.一.总计', null);
const findings = failures(checkFigures(form, report)).filter(({ rule }) => rule === 'R10');

const draw = (report: Report) =>
  render(FindingReferenceList, { props: { form, rules: form.figureRules, report, findings } }).body.replaceAll(
    /<!--.*?-->/g,
    '',
  );

it('names each finding with an anchor, links its cells in the sentence, and states the rule', () => {
  const html = draw(report);
  expect(html).toContain('id="finding-1"');
  expect(html).toContain('<a href="#三.一.总计">三.一.总计</a>');
  expect(html).toContain(form.figureRules.find(({ id }) => id === 'R10')!.citation.document);
});

it('shows the explanation that applies to a finding', () => {
  const explanations = [explain(report, findings[0]!, '原件此格字迹不清。')];
  expect(draw({ ...report, explanations })).toContain('填报单位的说明：原件此格字迹不清。');
  expect(draw(report)).not.toContain('填报单位的说明');
});

it('names a suspect once in the sentence and links its cell below, without extra spaces', () => {
  const codes = ['三.一.总计', '三.（一）.自然人', '三.（一）.总计', '三.（七）.自然人', '三.（七）.总计'];
  const right = codes.reduce((sums, code) => withValue(form, sums, code, 27), zeros);
  const summed = withValue(form, right, '三.一.自然人', 72);
  const wrong = failures(checkFigures(form, summed)).filter(({ rule }) => rule === 'R31');
  expect(wrong[0]!.suspects).toHaveLength(1);
  const html = render(FindingReferenceList, {
    props: { form, rules: form.figureRules, report: summed, findings: wrong },
  }).body;
  const text = html
    .replaceAll(/<!--.*?-->|<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  expect(text.match(/最可能填错的一格/g)).toHaveLength(1);
  expect(text).toContain('所在单元格：三.一.自然人');
  expect(text).toContain('涉及 7 格：三.一.自然人至三.一.总计');
});
