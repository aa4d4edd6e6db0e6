import { blankReport, formOf, forms, withValue, type Report } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { CellConfirmation, type WalkedDraft } from './cell-confirmation.svelte.ts';

const form = formOf(forms[0]!.id);
const [first, second, third] = ['naturalPersons', 'businesses', 'total'].map(
  (column) => `requests.received.${column}`,
) as [string, string, string];

function begun(certainty: 'inferred' | 'unread', cells: readonly string[], report?: Report) {
  const toConfirm = new Set(cells);
  const visited: string[] = [];
  const draft: WalkedDraft = {
    form,
    report: report ?? blankReport(form, { name: '青原镇人民政府' }, form.years.from, 'own'),
    content: {
      report: report ?? blankReport(form, { name: '青原镇人民政府' }, form.years.from, 'own'),
      provenance: Object.fromEntries(cells.map((cell) => [cell, { raw: '3', certainty }])),
    },
    toConfirm,
    confirm: (cell) => void toConfirm.delete(cell),
  };
  return { walk: new CellConfirmation(draft, (cell) => visited.push(cell)), visited, toConfirm };
}

it('Enter confirms one cell after another until none is left', () => {
  const { walk, visited, toConfirm } = begun('inferred', [first, second, third]);
  walk.start(undefined);
  for (const cell of [first, second, third]) {
    expect(walk.walking).toBe(true);
    expect(visited.at(-1)).toBe(cell);
    walk.enter(cell);
  }
  expect(toConfirm.size).toBe(0);
  expect(walk.walking).toBe(false);
});

it('an unread cell is not confirmed while it is blank', () => {
  const { walk, visited, toConfirm } = begun('unread', [first, second]);
  walk.start(undefined);
  walk.enter(first);
  expect([...toConfirm]).toEqual([first, second]);
  expect(walk.wanting).toBe(first);
  expect(visited).toEqual([first]);
});

it('a figure typed into an unread cell is confirmed', () => {
  const blank = blankReport(form, { name: '青原镇人民政府' }, form.years.from, 'own');
  const { walk, visited, toConfirm } = begun('unread', [first, second], withValue(form, blank, first, 3));
  walk.start(undefined);
  walk.enter(first);
  expect([...toConfirm]).toEqual([second]);
  expect(visited.at(-1)).toBe(second);
});

it('going to the previous cell confirms nothing', () => {
  const { walk, visited, toConfirm } = begun('inferred', [first, second]);
  walk.start(first);
  walk.back(second);
  expect(visited).toEqual([second, first]);
  expect(toConfirm.size).toBe(2);
});
