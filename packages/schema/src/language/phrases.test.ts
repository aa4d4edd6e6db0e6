import { expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { phrasesIn } from './phrases.ts';

const phrases = (text: string) => phrasesIn(sampleReport(forms.at(-1)!, { text: { overview: [text] } }), /均办结/g);

it('finds each place of a wording with the words round it, without blanks', () => {
  const sentence = ' 甲 均办 结，乙均办结。';
  const place = { section: 'overview', block: 0, start: 4, end: 4 + sentence.length };
  const shared = { text: '均办结', context: '。前文。', sentence: '甲 均办 结，乙均办结。', place };
  expect(phrases(`前 文。${sentence}`)).toEqual([
    { ...shared, before: '甲', after: '，乙均办结。' },
    { ...shared, before: '甲均办结，乙', after: '。' },
  ]);
  expect(phrases('都办结。')).toEqual([]);
});

it('takes 400 characters before and after', () => {
  const words = '字'.repeat(399);
  expect(phrases(`乙甲${words}均办结${words}丙丁`)).toMatchObject([{ before: `甲${words}`, after: `${words}丙` }]);
});
