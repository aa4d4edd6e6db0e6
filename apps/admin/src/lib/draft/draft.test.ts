import type { DraftFindings, ReportKey } from '@gongkai/api/schemas';
import { blankReport, formOf, forms, type Finding } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { Draft } from './draft.svelte.ts';

const form = formOf(forms.at(-1)!.id);
const cell = 'disclosure.licensing.decisions';
const sum: Finding = {
  ...{ rule: 'R69', verdict: 'fail', severity: 'explain', scope: 'cell', cells: [cell], params: { actual: 9 } },
  message: { zh: '填的是 9，各下级报告之和为 5。', en: '' },
};

/** A draft on a server that saves any content and returns these findings for each check. */
function opened(kind: ReportKey['kind'], findings: readonly Finding[] = []) {
  const report = blankReport(form, { name: '云溪县人民政府' }, form.years.from, kind);
  const key = { agencyId: '01JDEM0YX00000000000000001', year: form.years.from, kind };
  const answers: (DraftFindings | undefined)[] = [];
  let asked = 0;
  const saved = { report, lockVersion: 1, savedAt: '2022-01-20T06:00:00Z', savedBy: '甲', findings: [...findings] };
  const draft = new Draft(key, saved, undefined, {
    save: async (_content, version) => ({ kind: 'saved', version: version + 1, at: saved.savedAt }),
    check: async () => {
      asked++;
      return answers.shift();
    },
  });
  const edit = async (value: number) => {
    draft.editCells([[cell, value]], 'paste');
    return draft.saveNow();
  };
  const shown = () => draft.findings.filter(({ rule }) => rule === 'R69');
  return { draft, edit, shown, answers, asked: () => asked };
}

it('shows the server’s findings when it is opened', () => {
  expect(opened('consolidated', [sum]).shown()).toEqual([sum]);
});

it('has a consolidated report checked by the server after each save, and shows its findings', async () => {
  const { edit, shown, answers, asked } = opened('consolidated');
  answers.push({ lockVersion: 2, findings: [sum] }, undefined, { lockVersion: 4, findings: [] });
  await edit(9);
  expect(shown()).toEqual([sum]);
  // There was no response, so the finding about the previous figure is not shown.
  await edit(10);
  expect([asked(), shown()]).toEqual([2, []]);
  await edit(9);
  expect(shown()).toEqual([]);
  expect(asked()).toBe(3);
});

it('ignores a response about a version that another user saved', async () => {
  const { draft, shown, answers, asked } = opened('consolidated');
  answers.push({ lockVersion: 2, findings: [sum] });
  await draft.checkByServer();
  expect([asked(), shown()]).toEqual([1, []]);
});

it('has an own report checked by the server only after a refusal for findings unknown to the browser', async () => {
  const { draft, edit, shown, answers, asked } = opened('own');
  await edit(9);
  expect(asked()).toBe(0);
  draft.refused([sum]);
  expect(shown()).toEqual([sum]);
  answers.push({ lockVersion: 3, findings: [] });
  await edit(5);
  expect(shown()).toEqual([]);
  expect(asked()).toBe(1);
});
