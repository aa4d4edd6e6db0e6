import { formOf, forms, type Finding, type TextPlace } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { EditorView } from './editor-view.svelte.ts';

const form = formOf(forms.at(-1)!.id);
const place: TextPlace = { section: 'overview', block: 0, start: 3, end: 5 };

function opened() {
  const view = new EditorView(form, false);
  const visited: unknown[] = [];
  view.document = { focusCell: (cell) => visited.push(cell), selectText: (text) => visited.push(text) };
  view.sideOpen = true;
  view.dialog = 'submit';
  return { view, visited };
}
const finding = (more: Partial<Finding>): Finding => ({
  ...{ rule: 'R31', verdict: 'fail', severity: 'block', scope: 'cell', cells: [], params: {} },
  message: { zh: '', en: '' },
  ...more,
});

it('closes the dialog and the overlapping notes before it goes to a finding', async () => {
  const { view, visited } = opened();
  await view.toFinding(finding({ cells: ['requests.received.total', 'requests.received.other'], place }));
  await expect.poll(() => visited).toEqual(['requests.received.total']);
  expect([view.dialog, view.sideOpen]).toEqual([undefined, false]);
});

it('goes to the text of a finding, and nowhere for a finding on the whole report', async () => {
  const { view, visited } = opened();
  await view.toFinding(finding({}));
  await view.toFinding(finding({ place }));
  expect(visited).toEqual([place]);
});
