import {
  blankReport,
  check,
  failures,
  forms,
  uniformTables,
  withValue,
  type Finding,
  type Suspect,
} from '@gongkai/schema';
import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import EditableFindings from './EditableFindings.svelte';

const form = forms[0]!;
const zeros = {
  ...blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own'),
  tables: uniformTables(form, 0),
};
const report = withValue(form, zeros, 'requests.received.total', 3);
const sums = failures(check(form, report)).filter(({ cells }) => cells.includes('requests.received.total'));
const handlers = { onjump: vi.fn(), onjumptext: vi.fn(), onjumpsection: vi.fn() };

it('goes from a finding to its cell', () => {
  render(EditableFindings, { form, findings: sums, ...handlers });
  screen.getAllByRole('button', { name: /^去看：/ })[0]!.click();
  expect(handlers.onjump).toHaveBeenCalledOnce();
  expect(sums[0]!.cells).toContain(handlers.onjump.mock.calls[0]![0]);
});

it('offers the proposed figure of a finding', () => {
  const onaccept = vi.fn();
  const suspect = { cell: 'requests.received.total', value: 0 } as Suspect;
  const finding: Finding = { ...sums[0]!, suspects: [suspect] };
  render(EditableFindings, { form, findings: [finding], ...handlers, onaccept });
  screen.getByRole('button', { name: /改为 0$/ }).click();
  expect(onaccept).toHaveBeenCalledWith(suspect);
});

it('expands findings that must be corrected or explained, and collapses hints', () => {
  const severities = ['block', 'explain', 'hint'] as const;
  const findings = severities.map((severity): Finding => ({ ...sums[0]!, severity }));
  const { container } = render(EditableFindings, { form, findings, ...handlers });
  expect([...container.querySelectorAll('details')].map(({ open }) => open)).toEqual([true, true, false]);
});

it('shows the drafter’s explanation', () => {
  render(EditableFindings, { form, findings: sums.slice(0, 1), ...handlers, explanationOf: () => '次年公开。' });
  expect(screen.getByText('说明：次年公开。')).toBeTruthy();
});
