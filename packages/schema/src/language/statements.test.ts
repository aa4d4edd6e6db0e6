import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import type { TextBlock } from '../report/text-block.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { statementsOf } from './statements.ts';

const form = forms.at(-1)!;
const read = (...blocks: (string | TextBlock)[]) =>
  statementsOf(
    sampleReport(form, {
      report: {
        sections: [
          {
            key: 'overview',
            blocks: blocks.map((block) => (typeof block === 'string' ? { type: 'paragraph', text: block } : block)),
          },
        ],
      },
    }),
  );
const [label, tail] = ['label', 'tail'] as const;
const wordsOf = (which: 'label' | 'tail' | 'before', text: string) =>
  read(text).flatMap(({ statements }) => statements.map((statement) => statement[which]));

describe('a quantity in its sentence', () => {
  it('has the words before and after it, and its place among the others', () => {
    const text = '一年来，收到 申请 3 件信件，办结 2 件。';
    const [only, ...rest] = read(text);
    expect(rest).toEqual([]);
    const sentence = { text, place: { section: 'overview', block: 0, start: 0, end: text.length } };
    expect(only).toEqual({
      sentence,
      plain: '一年来，收到申请3件信件，办结2件。',
      context: '。',
      statements: [
        {
          quantity: { value: 3, decimals: 0, unit: '件', approximate: false, start: 10, end: 13 },
          ...{ sentence, position: 0, label: '收到申请', tail: '信件', before: '一年来，收到申请', context: '。' },
        },
        {
          quantity: { value: 2, decimals: 0, unit: '件', approximate: false, start: 19, end: 22 },
          ...{ sentence, position: 1, label: '办结', tail: '', before: '一年来，收到申请3件信件，办结', context: '。' },
        },
      ],
    });
  });

  it.each([...'，。；：:;,（）()！？!?\n'])('has words that end at %j', (stop) => {
    expect(wordsOf(label, `甲${stop}乙5件`)).toEqual(['乙']);
    expect(wordsOf(tail, `5件丙${stop}丁`)).toEqual(['丙']);
  });

  it('has words without quotation marks, and without brackets that hold no number', () => {
    expect(wordsOf(label, '作出“予以公开”答复5件')).toEqual(['作出予以公开答复']);
    expect(wordsOf(label, '予以公开（含部分公开）5件')).toEqual(['予以公开和部分公开']);
    expect(wordsOf(label, '自然人（公民）5件')).toEqual(['自然人']);
  });

  it('has words that end at the quantities beside it', () => {
    expect(wordsOf(label, '甲1件乙2件丙3件丁')).toEqual(['甲', '乙', '丙']);
    expect(wordsOf(tail, '甲1件乙2件丙3件丁')).toEqual(['乙', '丙', '丁']);
  });

  it('has no word that joins it to another', () => {
    for (const word of ['、', '和', '及', '与']) expect(wordsOf(label, `1件${word}纸件2件`)).toEqual(['', '纸件']);
    expect(wordsOf(label, '甲和乙1件、、丙2件')).toEqual(['甲和乙', '、丙']);
  });

  it('has 400 characters before and after it', () => {
    expect(wordsOf(label, `乙甲${'字'.repeat(399)}5件`)).toEqual([`甲${'字'.repeat(399)}`]);
    expect(wordsOf('before', `乙甲${'字'.repeat(399)}5件`)).toEqual([`甲${'字'.repeat(399)}`]);
    expect(wordsOf(tail, `5件${'字'.repeat(399)}甲乙`)).toEqual([`${'字'.repeat(399)}甲`]);
    expect(wordsOf(tail, '5件甲')).toEqual(['甲']);
  });

  it('is left alone among more than 200', () => {
    expect(read('1件，'.repeat(200))[0]!.statements).toHaveLength(200);
    expect(read('1件，'.repeat(201))[0]!.statements).toEqual([]);
  });
});

describe('the context of a sentence', () => {
  const contexts = (...blocks: (string | TextBlock)[]) => read(...blocks).map(({ context }) => context);

  it('is the heading above it and the paragraph before it, without blanks', () => {
    const heading = { type: 'heading', text: '（一）依 申请', level: 2 } as const;
    expect(contexts('甲。乙。', heading, '丙 丁。戊！己', '庚')).toEqual([
      '。',
      '。甲。',
      '（一）依申请。',
      '（一）依申请。',
      '（一）依申请。丙丁。',
      '（一）依申请。丙丁。戊！',
      '（一）依申请。',
    ]);
  });

  it('is no heading of another section', () => {
    const heading = { type: 'heading', text: '依申请', level: 2 } as const;
    const report = sampleReport(form, {
      report: {
        sections: [
          { key: 'overview', blocks: [heading, { type: 'paragraph', text: '甲1件。' }] },
          { key: 'other', blocks: [{ type: 'paragraph', text: '乙2件。' }] },
        ],
      },
    });
    expect(statementsOf(report).map(({ context, sentence }) => [sentence.place.section, context])).toEqual([
      ['overview', '依申请。'],
      ['overview', '依申请。'],
      ['other', '。'],
    ]);
    expect(statementsOf(report)).toBe(statementsOf(report));
  });
});
