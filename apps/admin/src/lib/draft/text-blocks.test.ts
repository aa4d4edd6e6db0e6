import { blockText, type TextBlock } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { blocksOf, formatBlocks, offsetInField, parseBlocks, segmentsOf } from './text-blocks.ts';

const heading = { type: 'heading', text: '（一）主动公开', level: 3 } as const;
const paragraph = { type: 'paragraph', text: '全年公开信息若干条。' } as const;
const table = { type: 'table', rows: [['甲', '1']] } as const;

describe('segments', () => {
  it('keep the text around tables, and are joined to the same blocks', () => {
    const blocks: TextBlock[] = [heading, paragraph, table, table, paragraph];
    expect(segmentsOf(blocks).map(({ type }) => type)).toEqual(['text', 'table', 'text', 'table', 'text']);
    expect(blocksOf(segmentsOf(blocks))).toEqual(blocks);
  });

  it('contain one empty field if there are no blocks', () => {
    expect(segmentsOf([])).toEqual([{ type: 'text', lines: [] }]);
    expect(blocksOf(segmentsOf([]))).toEqual([]);
  });
});

describe('edited text', () => {
  const before = [heading, paragraph];

  it('is parsed to the same lines if nothing was edited', () => {
    expect(parseBlocks(formatBlocks(before), before)).toEqual(before);
  });

  it('keeps a heading when its text changes', () => {
    expect(parseBlocks('（一）主动公开情况\n全年公开信息若干条。', before)).toEqual([
      { ...heading, text: '（一）主动公开情况' },
      paragraph,
    ]);
  });

  it('keeps the kind of known lines when others are added, removed or moved', () => {
    expect(parseBlocks('新的一段。\n全年公开信息若干条。\n（一）主动公开', before)).toEqual([
      { type: 'paragraph', text: '新的一段。' },
      paragraph,
      heading,
    ]);
    expect(parseBlocks('（一）主动公开', before)).toEqual([heading]);
  });

  it('drops empty lines and surrounding white space, for all line endings', () => {
    expect(parseBlocks('  甲\r\n\r\n　乙 \r丙\n', [])).toEqual(
      ['甲', '乙', '丙'].map((text) => ({ type: 'paragraph', text })),
    );
    expect(parseBlocks(' \n ', before)).toEqual([]);
  });
});

describe('lists', () => {
  const bullets = { type: 'list', ordered: false, items: [{ text: '甲' }, { text: '乙' }] } as const;
  const numbers = {
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      { text: '甲', list: { ordered: false, items: ['子'] } },
      { text: '乙', list: { ordered: true, start: 2, items: ['丑', '寅'] } },
    ],
  } as const;

  it('are lines with bullets and numbers, indented if nested', () => {
    expect(formatBlocks([paragraph, bullets, numbers])).toBe(
      '全年公开信息若干条。\n- 甲\n- 乙\n3. 甲\n   - 子\n4. 乙\n   2. 丑\n   3. 寅',
    );
  });

  it.each<[string, TextBlock[]]>([
    ['beside paragraphs', [paragraph, bullets, paragraph, numbers]],
    ['of one kind after each other', [bullets, bullets, numbers, numbers]],
    [
      'after paragraphs that read like items',
      [{ type: 'paragraph', text: '1. 甲' }, numbers, { type: 'heading', text: '- 甲', level: 2 }],
    ],
    ['after backslashes', [{ type: 'paragraph', text: '\\- 甲' }, { type: 'paragraph', text: '\\甲' }, bullets]],
    [
      'beside a heading and a paragraph of the same words',
      [{ ...heading, text: '乙' }, { type: 'paragraph', text: '乙' }, bullets],
    ],
  ])('%s are parsed back without loss', (_name, blocks) => {
    const lines = blocks.filter((block) => block.type !== 'table');
    expect(parseBlocks(formatBlocks(lines), lines)).toEqual(lines);
    lines.forEach((block, at) => {
      const field = formatBlocks(lines);
      const words = blockText(block);
      for (let offset = 0; offset < words.length; offset++)
        expect(field[offsetInField(lines, at, offset)]).toBe(words[offset]);
    });
  });

  it('are parsed from typed lines, indented by two spaces, a tab or a full-width space', () => {
    expect(parseBlocks('- 甲\n  - 子\n\t- 丑\n　1. 寅\n2. 乙\n1.丙', [])).toEqual([
      { type: 'list', ordered: false, items: [{ text: '甲', list: { ordered: false, items: ['子', '丑', '寅'] } }] },
      { type: 'list', ordered: true, start: 2, items: [{ text: '乙' }] },
      { type: 'paragraph', text: '1.丙' },
    ]);
    expect(parseBlocks('  - 甲\n- ', [])).toEqual([
      { type: 'list', ordered: false, items: [{ text: '甲' }] },
      { type: 'paragraph', text: '-' },
    ]);
  });
});
