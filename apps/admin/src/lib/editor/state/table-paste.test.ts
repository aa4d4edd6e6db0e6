import * as clipboard from '@gongkai/importer/clipboard';
import { blankReport, forms, valueAt } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { Draft } from '../../draft/draft.svelte.ts';
import { TablePaste } from './table-paste.svelte.ts';

const form = forms.at(-1)!;
const cell = 'requests.received.naturalPersons';
const next = 'requests.received.businesses';

function opened(load: () => Promise<typeof clipboard> = async () => clipboard) {
  const report = blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own');
  const saved = { report, lockVersion: 1, savedAt: '2022-01-20T06:00:00Z', savedBy: '甲', findings: [] };
  const key = { agencyId: '01JDEM0YX00000000000000001', year: form.years.from, kind: 'own' } as const;
  const draft = new Draft(key, saved, undefined, {
    save: async (_content, version) => ({ kind: 'saved', version: version + 1, at: saved.savedAt }),
    check: async () => undefined,
  });
  const at = (name: string) => valueAt(draft.form, draft.report, name);
  return { draft, at, paste: new TablePaste(draft, load) };
}

it('fills cells in one step; undo hides its notice and redo shows it again', async () => {
  const { draft, at, paste } = opened();
  await paste.paste({ text: '5\t1余件\n3\t0', html: '' }, cell);
  expect([at(cell), at(next)]).toEqual([5, { na: '1余件' }]);
  expect(paste.notice).toEqual({ text: '已粘贴 4 格，其中 1 格不是数字，按原样保留并标出。', filled: true });
  draft.undo();
  expect([at(cell), at(next)]).toEqual([null, null]);
  expect(paste.notice).toBeUndefined();
  draft.redo();
  expect(paste.notice).toBeDefined();
  draft.editCells([[cell, 6]], 'typing');
  expect(paste.notice).toBeUndefined();
});

it('changes nothing if the paste is refused or its question is not answered', async () => {
  const { draft, at, paste } = opened();
  await paste.paste({ text: '1\t2', html: '' }, 'requests.received.total');
  expect(paste.notice).toMatchObject({ filled: false, text: expect.stringContaining('没有粘贴') });
  await paste.paste({ text: '5\t-', html: '' }, cell);
  expect(draft.canUndo).toBe(false);
  paste.take(paste.question!.choices[0]!.outcome, 'requests');
  expect([at(cell), at(next)]).toEqual([5, 0]);
  expect(paste.question).toBeUndefined();
});

it('reports that the code that reads the clipboard could not be loaded', async () => {
  const { draft, paste } = opened(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  await paste.paste({ text: '5\t1', html: '' }, cell);
  expect(paste.notice).toMatchObject({ filled: false, text: expect.stringContaining('网络') });
  expect(draft.canUndo).toBe(false);
});
