import type { TextBlock } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { blocksOf, linesOf, segmentsOf, textOf } from './text-blocks.ts';

const heading = { type: 'heading', text: '（一）主动公开', level: 3 } as const;
const paragraph = { type: 'paragraph', text: '全年公开信息若干条。' } as const;
const table = { type: 'table', rows: [['甲', '1']] } as const;

describe('segments', () => {
  it('keep text around tables, and join to the same blocks', () => {
    const blocks: TextBlock[] = [heading, paragraph, table, table, paragraph];
    expect(segmentsOf(blocks).map(({ type }) => type)).toEqual(['text', 'table', 'text', 'table', 'text']);
    expect(blocksOf(segmentsOf(blocks))).toEqual(blocks);
  });

  it('offer one empty field where there is nothing', () => {
    expect(segmentsOf([])).toEqual([{ type: 'text', lines: [] }]);
    expect(blocksOf(segmentsOf([]))).toEqual([]);
  });
});

describe('edited text', () => {
  const before = [heading, paragraph];

  it('gives the same lines where nothing was edited', () => {
    expect(linesOf(textOf(before), before)).toEqual(before);
  });

  it('leaves a heading a heading when its words change', () => {
    expect(linesOf('（一）主动公开情况\n全年公开信息若干条。', before)).toEqual([
      { ...heading, text: '（一）主动公开情况' },
      paragraph,
    ]);
  });

  it('leaves known lines what they are when others come, go or move', () => {
    expect(linesOf('新的一段。\n全年公开信息若干条。\n（一）主动公开', before)).toEqual([
      { type: 'paragraph', text: '新的一段。' },
      paragraph,
      heading,
    ]);
    expect(linesOf('（一）主动公开', before)).toEqual([heading]);
  });

  it('drops empty lines and blanks around lines, whatever the line ends', () => {
    expect(linesOf('  甲\r\n\r\n　乙 \r丙\n', [])).toEqual(
      ['甲', '乙', '丙'].map((text) => ({ type: 'paragraph', text })),
    );
    expect(linesOf(' \n ', before)).toEqual([]);
  });
});
