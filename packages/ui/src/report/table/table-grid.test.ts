import { forms, tableModel } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { placeTable, type PlacedBlock } from './table-grid.ts';

const place = (form: number, table: string) => placeTable(tableModel(forms[form]!, table), 't');

/** The texts of the headers to which a figure refers, in order. */
function headersOf(blocks: readonly PlacedBlock[], key: string): string[] {
  const cells = blocks.flatMap(({ head, body }) => [...head, ...body].flat());
  const words = new Map(cells.flatMap(({ id, text }) => (id ? [[id, text]] : [])));
  const figure = cells.find(({ cell }) => cell === key);
  return (figure?.headers ?? '').split(' ').map((id) => words.get(id) ?? `no header ${id}`);
}

describe('headers of a figure', () => {
  it('are, in table three, the groups and names of its column and of its row', () => {
    expect(headersOf(place(1, 'requests'), 'requests.stateSecrets.businesses')).toEqual([
      '申请人情况',
      '法人或其他组织',
      '商业企业',
      '三、本年度办理结果',
      '（三）不予公开',
      '1.属于国家秘密',
    ]);
  });

  it('are, in table two, those of its own block', () => {
    expect(headersOf(place(0, 'disclosure'), 'disclosure.penalties.change')).toEqual([
      '第二十条第（六）项',
      '本年增/减',
      '行政处罚',
    ]);
  });

  it('are, in table four, its groups of columns', () => {
    expect(headersOf(place(1, 'litigation'), 'litigation.lawsuitsAfterReconsideration.total')).toEqual([
      '行政诉讼',
      '复议后起诉',
      '总计',
    ]);
  });
});

it('gives every header a unique id', () => {
  const ids = place(0, 'disclosure').flatMap(({ head, body }) =>
    [...head, ...body].flat().flatMap(({ id }) => id ?? []),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

it('counts the label columns at the left', () => {
  const counts = (form: number, table: string) => place(form, table).map(({ labelColumns }) => labelColumns);
  expect(counts(1, 'requests')).toEqual([3]);
  expect(counts(0, 'disclosure')).toEqual([1, 1, 1, 2, 2]);
  expect(counts(1, 'litigation')).toEqual([0]);
});
