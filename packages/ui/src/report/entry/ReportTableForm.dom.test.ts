import { blankReport, forms, valueAt, withValue, type Report } from '@gongkai/schema';
import { render } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import ReportTableForm from './ReportTableForm.svelte';
import type { CellChanges } from './table-entry.svelte.ts';

const form = forms.at(-1)!;
const licensing = 'disclosure.licensing.decisions';
const penalties = 'disclosure.penalties.decisions';

let report: Report;
const onpaste = vi.fn();

function renderForm() {
  report = blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own');
  const view = render(ReportTableForm, {
    layout: form,
    table: 'disclosure',
    tables: report.tables,
    onedit: async (changes: CellChanges) => {
      report = changes.reduce<Report>((edited, [cell, value]) => withValue(form, edited, cell, value), report);
      await view.rerender({ tables: report.tables });
    },
    onpaste,
  });
  const input = (cell: string) => view.container.querySelector<HTMLInputElement>(`input[data-cell="${cell}"]`)!;
  return { input };
}

const valueOf = (cell: string) => valueAt(form, report, cell);

beforeEach(() => onpaste.mockClear());

describe('the table of an official form', () => {
  it('accepts a number, and Enter moves to the cell below', async () => {
    const user = userEvent.setup();
    const { input } = renderForm();
    await user.click(input(licensing));
    await user.keyboard('52{Enter}');
    expect(valueOf(licensing)).toBe(52);
    expect(document.activeElement).toBe(input(penalties));
  });

  it('replaces the selected figure, and restores it on Escape', async () => {
    const user = userEvent.setup();
    const { input } = renderForm();
    await user.click(input(licensing));
    await user.keyboard('7{Enter}');
    await user.click(input(licensing));
    await user.keyboard('8');
    expect(valueOf(licensing)).toBe(8);
    await user.keyboard('{Escape}');
    expect(valueOf(licensing)).toBe(7);
  });

  it('keeps text that is no number and marks the cell as invalid', async () => {
    const user = userEvent.setup();
    const { input } = renderForm();
    await user.click(input(licensing));
    await user.keyboard('五十二');
    expect(valueOf(licensing)).toEqual({ na: '五十二' });
    expect(input(licensing).getAttribute('aria-invalid')).toBe('true');
    expect(input(licensing).value).toBe('五十二');
  });
});
