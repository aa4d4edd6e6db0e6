import { blankReport, formOf, forms, type Finding, type Report } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { ExplanationWizard } from './explanation-wizard.svelte.ts';

const form = formOf(forms.at(-1)!.id);
const finding = (rule: string, severity: Finding['severity'] = 'explain'): Finding => ({
  ...{ rule, verdict: 'fail', severity, scope: 'report', cells: [], params: {} },
  message: { zh: rule, en: rule },
});

function asked(...findings: Finding[]) {
  const draft = {
    report: blankReport(form, { name: '云溪县人民政府' }, form.years.from, 'consolidated'),
    findings,
    edit: (report: Report) => void (draft.report = report),
  };
  return { draft, questions: new ExplanationWizard(draft) };
}

it('asks for each finding in turn and keeps each explanation', () => {
  const { draft, questions } = asked(finding('R69'), finding('R36', 'hint'), finding('R69b'));
  for (const [number, rule] of [
    [1, 'R69'],
    [2, 'R69b'],
  ] as const) {
    expect([questions.number, questions.count, questions.finding?.rule, questions.text]).toEqual([number, 2, rule, '']);
    questions.text = `${rule}属实。`;
    questions.go(1);
  }
  expect([questions.finding, questions.open]).toEqual([undefined, 0]);
  expect(draft.report.explanations.map(({ text }) => text)).toEqual(['R69属实。', 'R69b属实。']);
  questions.go(-1);
  expect(questions.text).toBe('R69b属实。');
});

it('asks for new findings after it is started again', () => {
  const { draft, questions } = asked(finding('R69'));
  questions.text = '属实。';
  questions.go(1);
  draft.findings.push(finding('R69b'));
  expect([questions.finding, questions.open]).toEqual([undefined, 1]);
  questions.begin();
  expect([questions.finding?.rule, questions.count]).toEqual(['R69b', 2]);
});

it('asks for nothing if no finding is unexplained', () => {
  expect(asked(finding('R36', 'hint')).questions.finding).toBeUndefined();
  expect(asked().questions.number).toBe(1);
});
