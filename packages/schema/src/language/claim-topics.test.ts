import { describe, expect, it } from 'vitest';
import type { Claim } from './find-claims.ts';
import type { Statement } from './statements.ts';
import { isAbout, isAboutRequests } from './claim-topics.ts';
import type { Term } from '../layout/vocabulary.ts';

const matters = '提案 建议 信访 来信 来访 咨询 热线 留言 问政 工单 投诉 举报 邮件 许可 复议 诉讼 政务服务 事项'.split(
  ' ',
);
const about = (topic: Term['about'], words: Partial<Statement>, ...earlier: string[]) =>
  isAbout(
    { about: topic } as Term,
    { before: '', tail: '', context: '', ...words } as Statement,
    earlier.map((what) => ({ what }) as Claim),
  );

describe('requests', () => {
  it.each(['依申请', '信息公开申请', '信息公开的申请', '公开申请'])('are spoken of as %s', (words) => {
    expect(isAboutRequests(`办理${words}`)).toBe(true);
    for (const matter of matters) {
      expect(isAboutRequests(`办理${words}，${matter}`)).toBe(false);
      expect(isAboutRequests(`${matter}，办理${words}`)).toBe(true);
      expect(isAboutRequests(`办理${words}，${matter}，${words}`)).toBe(true);
    }
  });

  it('are not spoken of otherwise', () => {
    for (const words of ['', '申请', '信息公开', '公开']) expect(isAboutRequests(words)).toBe(false);
  });

  it('are named by the sentence', () => {
    expect(about('requests', { before: '依申请' })).toBe(true);
    expect(about('requests', { before: '依申请和信访', context: '依申请。' })).toBe(false);
    expect(about('requests', { before: '' })).toBe(false);
  });

  it('are named by the paragraph, where the sentence names no other matter', () => {
    expect(about('requests', { before: '收到', context: '依申请。' })).toBe(true);
    expect(about('requests', { before: '收到', context: '依申请，信访。' })).toBe(false);
    for (const matter of matters)
      expect(about('requests', { before: `${matter}收到`, context: '依申请。' })).toBe(false);
  });
});

describe('cases', () => {
  it('are over disclosure where their sentence says so, before or after the number', () => {
    expect(about('litigation', { before: '信息公开行政复议' })).toBe(true);
    expect(about('litigation', { before: '行政', tail: '信息公开复议' })).toBe(true);
    expect(about('litigation', { before: '行政复议' })).toBe(false);
  });

  it.each(['复议', '诉讼'])('are over disclosure where the sentence before speaks of %s over it', (word) => {
    const said = (context: string) => about('litigation', { before: '受理', context });
    expect(said(`信息公开${word}`)).toBe(true);
    expect(said(`信息公开${'字'.repeat(20)}${word}${'字'.repeat(60)}。`)).toBe(true);
    expect(said(`信息公开${'字'.repeat(21)}${word}。`)).toBe(false);
    expect(said(`信息公开${word}${'字'.repeat(61)}。`)).toBe(false);
    expect(said(`信息公开。${word}。`)).toBe(false);
    expect(said(`信息公开${word}。甲。`)).toBe(false);
    expect(said(`信息公开工作。`)).toBe(false);
  });

  it('have results of the kind whose total was stated last', () => {
    const [reconsideration, lawsuits] = ['行政复议', '行政诉讼'];
    const after = (...earlier: string[]) => [
      about('reconsideration', {}, ...earlier),
      about('lawsuits', {}, ...earlier),
    ];
    expect(after(reconsideration)).toEqual([true, false]);
    expect(after(lawsuits)).toEqual([false, true]);
    expect(after(lawsuits, reconsideration, '行政复议维持')).toEqual([true, false]);
    expect(after(reconsideration, lawsuits)).toEqual([false, true]);
    expect(after('行政复议维持')).toEqual([false, false]);
    expect(after()).toEqual([false, false]);
  });
});

it('documents and decisions need no word on the matter', () => {
  expect(about('disclosure', {})).toBe(true);
});
