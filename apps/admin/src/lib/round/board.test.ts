import type { BoardLine } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { boardCsv, boardFilters, timingText } from './board.ts';

const line: BoardLine = {
  agencyId: '01JCX0000000000000000000AA',
  agencyName: '云溪县水务局',
  agencyKind: 'department',
  kind: 'own',
  dueOn: '2022-01-31',
  lastDay: '2022-02-05',
  extensions: [{ until: '2022-02-05', reason: '=搬迁,"紧急"', at: '2022-01-30T02:00:00Z', by: '县审核人' }],
  stage: 'submitted',
  timing: 'overdue',
  daysLate: 3,
  closed: true,
  yearNotOver: false,
  steps: { submitted: { at: '2022-01-31T02:00:00Z', by: '填报人' } },
  publishedOn: null,
};

it('writes the board for spreadsheet programs, without text that they evaluate as a formula', () => {
  const [head, row, end] = boardCsv({ lines: [line] }).split('\r\n');
  expect(head).toBe(
    '\uFEFF机关,类别,截止日期,延期原因,准予提前提交的原因,状态,及时性,提交,退回,审核通过,公布,首次公布日期',
  );
  expect(row).toContain(`云溪县水务局,政府部门,2022-02-05,"'=搬迁,""紧急""",,待审核,逾期未公布 3 天,填报人，`);
  expect(end).toBe('');
});

it('filters lines by stage, and late lines additionally', () => {
  const found = boardFilters.filter(({ holds }) => holds(line)).map(({ key }) => key);
  expect(found).toEqual(['all', 'submitted', 'late']);
});

it('filters a withdrawn report by no other stage', () => {
  const withdrawn: BoardLine = { ...line, stage: 'withdrawn', timing: 'withdrawn', publishedOn: '2022-01-20' };
  expect(boardFilters.filter(({ holds }) => holds(withdrawn)).map(({ key }) => key)).toEqual(['all', 'withdrawn']);
  expect(timingText({ ...withdrawn, daysLate: 0 })).toBe('已撤下');
});

it('formats the timing of a report', () => {
  expect(timingText(line)).toBe('逾期未公布 3 天');
  expect(timingText({ timing: 'onTime', daysLate: 0 })).toBe('按期公布');
});
