import { describe, expect, it } from 'vitest';
import { pageBlocks } from './blocks.ts';
import type { Reading } from './readings.ts';

const box = { x: 10, y: 10, width: 100, height: 20 };
const reading = (...texts: string[]): Reading => ({
  lines: texts.map((text, at) => ({ text, left: 14, top: 14 + at * 40, width: text.length * 20, height: 20 })),
});
const none = { figures: [], figuresAgain: [], texts: [] };

/** A cell with text as the importer receives it. */
function cellOf(words: string) {
  const [block] = pageBlocks(
    { blocks: [{ type: 'table', rows: 1, cells: [{ row: 0, colspan: 1, rowspan: 1, box, text: 0 }] }] },
    { ...none, texts: [reading(words)] },
    1,
  );
  return block?.type === 'grid' ? block.rows[0]![0]! : undefined;
}

describe('a label in a picture', () => {
  it.each([
    ['3,危及“三安全一稳定”', '3.危及“三安全一稳定”'],
    ['工.本机关不掌握相关政府信息', '1.本机关不掌握相关政府信息'],
    ['|.信访举报投诉类申请', '1.信访举报投诉类申请'],
    ['.属于国家秘密', '1.属于国家秘密'],
    ['1申请人无正当理由逾期不补正', '1.申请人无正当理由逾期不补正'],
    ['《四)无法提供', '（四）无法提供'],
    ['《ZN)其他处理', '其他处理'],
    ['本年新制作数量', '本年新制作数量'],
  ])('%s is %s', (read, label) => {
    expect(cellOf(read)).toMatchObject({ text: label });
    expect(cellOf(read)).not.toHaveProperty('unsure');
  });

  it.each(['3件', '12', '26.50万元', '十19', '+54', '1,234', '无', '〇'])(
    '%s may be a figure, and stays unsure',
    (read) => {
      expect(cellOf(read)).toMatchObject({ text: read, unsure: expect.any(String) });
    },
  );
});

describe('a figure in a picture', () => {
  const settledAs = (first: string, second: string, characters: number) =>
    pageBlocks(
      { blocks: [{ type: 'table', rows: 1, cells: [{ row: 0, colspan: 1, rowspan: 1, box, figure: 0, characters }] }] },
      { ...none, figures: [reading(first)], figuresAgain: [reading(second)] },
      1,
    )[0];

  it('is read where two readings agree with what stands side by side', () => {
    expect(settledAs('47', '47', 2)).toMatchObject({ rows: [[{ text: '47' }]] });
  });
  it.each([
    ['47', '41', 2],
    ['47', '47', 3],
    ['', '', 1],
  ])('is unsure for the readings "%s" and "%s" of %i characters', (first, second, characters) => {
    expect(settledAs(first, second, characters)).toMatchObject({ rows: [[{ unsure: expect.any(String) }]] });
  });
});

it('a heading is a paragraph of its own', () => {
  const texts = [reading('五、存在的主要问题及改进情况', '六、其他需要报告的事项', '本年没有收取信息处理费用')];
  const blocks = pageBlocks({ blocks: [{ type: 'text', text: 0, box, scale: 0.24 }] }, { ...none, texts }, 1);
  expect(blocks.map((block) => block.type === 'text' && block.text)).toEqual([
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
    '本年没有收取信息处理费用',
  ]);
});
