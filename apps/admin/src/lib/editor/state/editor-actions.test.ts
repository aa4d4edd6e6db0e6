import { blankReport, formOf, forms, valueAt } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { Draft } from '../../draft/draft.svelte.ts';
import { EditorActions } from './editor-actions.ts';

const form = formOf(forms.at(-1)!.id);
const [cell, other, amount] = [
  'requests.received.total',
  'requests.granted.total',
  'disclosure.administrativeFees.amount',
] as const;

function begun() {
  const report = blankReport(form, { name: '青原镇人民政府' }, form.years.from, 'own');
  const key = { agencyId: '01JDEM0YX00000000000000013', year: form.years.from, kind: 'own' as const };
  const provenance = Object.fromEntries(
    [cell, other].map((key) => [key, { raw: '3', certainty: 'inferred' as const }]),
  );
  const saved = { report, provenance, lockVersion: 1, savedAt: '2022-01-20T06:00:00Z', savedBy: '甲', findings: [] };
  const draft = new Draft(key, saved, undefined, {
    save: async (_content, version) => ({ kind: 'saved', version: version + 1, at: saved.savedAt }),
    check: async () => undefined,
  });
  const visited: (string | undefined)[] = [];
  const actions = new EditorActions(draft, { toCell: async (cell) => void visited.push(cell) });
  return { draft, actions, visited };
}

it('go to the cell that undo or redo has changed', () => {
  const { draft, actions, visited } = begun();
  draft.editCells([[amount, '1.50']], 'paste');
  actions.undo();
  expect(valueAt(draft.form, draft.report, amount)).toBe(null);
  actions.redo();
  expect(visited).toEqual([amount, amount]);
  draft.stop();
});

it('go to the cell of which undo removes the confirmation', () => {
  const { draft, actions, visited } = begun();
  actions.confirm(cell);
  expect([...draft.toConfirm]).toEqual([other]);
  actions.undo();
  expect([...draft.toConfirm]).toEqual([cell, other]);
  expect(visited).toEqual([other, cell]);
  draft.stop();
});

it('enter a proposed figure in the format of its cell: amounts as written', () => {
  const { draft, actions, visited } = begun();
  for (const [place, value] of [
    [cell, 7],
    [amount, 12],
  ] as const)
    actions.accept({ cell: place, row: '', column: '', value });
  expect([cell, amount].map((key) => valueAt(draft.form, draft.report, key))).toEqual([7, '12']);
  expect(visited).toEqual([cell, amount]);
  draft.stop();
});
