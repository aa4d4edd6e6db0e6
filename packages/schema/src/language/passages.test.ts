import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import type { TextBlock } from '../report/text-block.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { passagesOf, preambleOf, quoteOf, sentencesOf, textOf, withoutBlanks } from './passages.ts';

const form = forms.at(-1)!;
const table: TextBlock = { type: 'table', rows: [[{ text: '甲' }]] } as never;
const blocks: TextBlock[] = [
  { type: 'heading', text: '（一）概述' } as TextBlock,
  { type: 'paragraph', text: ' ' },
  { type: 'paragraph', text: '第一句。第二句！' },
  table,
];
const blank = sampleReport(form, { text: { problems: ['问题。'] } });
const report = {
  ...blank,
  preamble: [{ type: 'paragraph', text: '引言。' }, table, { type: 'paragraph', text: '联系。' }] as TextBlock[],
  sections: blank.sections.map((section) => (section.key === 'overview' ? { ...section, blocks } : section)),
};

describe('passages', () => {
  it('are the paragraphs and headings that hold words, with their places', () => {
    expect(passagesOf(report)).toEqual([
      { section: 'overview', block: 0, text: '（一）概述', heading: true },
      { section: 'overview', block: 2, text: '第一句。第二句！', heading: false },
      { section: 'problems', block: 0, text: '问题。', heading: false },
    ]);
    expect(passagesOf(report, ['problems']).map(({ text }) => text)).toEqual(['问题。']);
    expect(textOf(report, 'overview')).toBe('（一）概述\n第一句。第二句！');
    expect(preambleOf(report)).toBe('引言。\n\n联系。');
  });

  it('are the items of a list line by line, each a sentence of its own', () => {
    const list: TextBlock = {
      type: 'list',
      ordered: false,
      items: [{ text: '公开3件', list: { ordered: true, items: ['答复2件。'] } }, { text: '结转1件' }],
    };
    const sections = [{ key: 'overview', blocks: [list] }];
    const [passage] = passagesOf({ ...blank, sections });
    expect(sentencesOf(passage!)).toEqual([
      { text: '公开3件', place: { section: 'overview', block: 0, start: 0, end: 4 } },
      { text: '答复2件。', place: { section: 'overview', block: 0, start: 5, end: 10 } },
      { text: '结转1件', place: { section: 'overview', block: 0, start: 11, end: 15 } },
    ]);
  });

  it('fall into sentences, each with its stop', () => {
    const sentences = (text: string) =>
      sentencesOf({ section: 'overview', block: 3, text, heading: false }).map(({ text, place }) => [
        text,
        place.start,
        place.end,
      ]);
    expect(sentences('一。二！三？四!五?六\n七')).toEqual([
      ['一。', 0, 2],
      ['二！', 2, 4],
      ['三？', 4, 6],
      ['四!', 6, 8],
      ['五?', 8, 10],
      ['六', 10, 11],
      ['七', 12, 13],
    ]);
    expect(sentences('。。')).toEqual([]);
    expect(sentencesOf({ section: 'overview', block: 3, text: '一二。', heading: false })[0]!.place).toEqual({
      ...{ section: 'overview', block: 3, start: 0, end: 3 },
    });
  });
});

describe('a quote', () => {
  it('is cut at 200 characters', () => {
    expect(quoteOf(` ${'字'.repeat(200)} `)).toBe('字'.repeat(200));
    expect(quoteOf('字'.repeat(201))).toBe(`${'字'.repeat(200)}…`);
  });

  it('is compared without blanks', () => {
    expect(withoutBlanks(' 2025\u3000年  度\n')).toBe('2025年度');
  });
});
