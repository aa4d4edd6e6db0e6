import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import { tableModel, type BlockModel, type ModelCell } from './table-model.ts';

/** Lays the cells on a grid as a browser would; fails on overlap, gap or overflow. */
function layOut(lines: readonly (readonly ModelCell[])[], width: number): ModelCell[][] {
  const grid: ModelCell[][] = lines.map(() => []);
  lines.forEach((line, y) => {
    let x = 0;
    for (const cell of line) {
      while (grid[y]![x]) x++;
      for (let dy = 0; dy < cell.rowspan; dy++)
        for (let dx = 0; dx < cell.colspan; dx++) {
          expect(grid[y + dy]?.[x + dx]).toBeUndefined();
          grid[y + dy]![x + dx] = cell;
        }
    }
  });
  for (const line of grid) expect(Array.from(line, (cell) => cell !== undefined)).toEqual(Array(width).fill(true));
  return grid;
}

const texts = (grid: ModelCell[][]) => grid.map((line) => line.map(({ text, cell }) => cell ?? text));

describe.each(forms)('table model of $id', (form) => {
  const models = Object.keys(form.tables).map((key) => tableModel(form, key));

  it('fills a rectangle in every block, without gap or overlap', () => {
    for (const model of models)
      for (const { head, body, columns } of model.blocks) {
        expect(columns).toBe(model.columns);
        layOut(head, columns);
        layOut(body, columns);
      }
  });

  it('holds every cell of the form once', () => {
    const held = models.flatMap(({ blocks }) =>
      blocks.flatMap(({ body }) => body.flat().flatMap(({ cell }) => cell ?? [])),
    );
    expect(held.toSorted()).toEqual(
      cellsOf(form)
        .map(({ key }) => key)
        .toSorted(),
    );
  });
});

describe('table three', () => {
  const block = tableModel(forms[1]!, 'requests').blocks[0] as BlockModel;

  it('has the official header of three lines', () => {
    expect(
      block.head.map((line) => line.map(({ text, colspan, rowspan }) => [text.slice(0, 4), colspan, rowspan])),
    ).toEqual([
      [
        ['（本列数', 3, 3],
        ['申请人情', 7, 1],
      ],
      [
        ['自然人', 1, 2],
        ['法人或其', 5, 1],
        ['总计', 1, 2],
      ],
      [
        ['商业企业', 1, 1],
        ['科研机构', 1, 1],
        ['社会公益', 1, 1],
        ['法律服务', 1, 1],
        ['其他', 1, 1],
      ],
    ]);
  });

  it('spans the third item over 22 rows, refusals over 8 and the sixth item over 3', () => {
    const spans = block.body.flat().filter(({ scope }) => scope === 'rowgroup');
    expect(spans.map(({ text, rowspan }) => [text, rowspan])).toEqual([
      ['三、本年度办理结果', 22],
      ['（三）不予公开', 8],
      ['（四）无法提供', 3],
      ['（五）不予处理', 5],
      ['（六）其他处理', 3],
    ]);
  });
});

it('sets table four in one line of 15 figures under reviews and lawsuits', () => {
  const block = tableModel(forms[1]!, 'litigation').blocks[0] as BlockModel;
  expect(block.head.map((line) => line.map(({ text, colspan, rowspan }) => `${text} ${colspan}x${rowspan}`))).toEqual([
    ['行政复议 5x1', '行政诉讼 10x1'],
    [
      '结果维持 1x2',
      '结果纠正 1x2',
      '其他结果 1x2',
      '尚未审结 1x2',
      '总计 1x2',
      '未经复议直接起诉 5x1',
      '复议后起诉 5x1',
    ],
    [
      '结果维持',
      '结果纠正',
      '其他结果',
      '尚未审结',
      '总计',
      '结果维持',
      '结果纠正',
      '其他结果',
      '尚未审结',
      '总计',
    ].map((label) => `${label} 1x1`),
  ]);
  expect(texts(layOut(block.body, 15))[0]?.[14]).toBe('litigation.lawsuitsAfterReconsideration.total');
});
