import type { Rule } from '../../engine/rule.ts';
import { judgeParts } from './judge-parts.ts';

export const r54: Rule = {
  id: 'R54',
  chapter: 'E',
  severity: 'explain',
  title: { zh: '文中的总数与其各部分相符', en: 'a total in the text agrees with its parts' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: {
    zh: '文中总数写 {actual} {unit}，各部分相加为 {expected}。原文：“{quote}”。请核对，或说明原因。',
    en: 'The text gives {actual} in all, but the parts add up to {expected}. Correct it, or explain. "{quote}"',
  },
  test: judgeParts,
  neverSkips: 'the text holds both the total and its parts',
  vectors: [
    {
      name: 'parts that add up',
      text: { overview: ['发布信息 249 条，其中：公文 9 条；动态 240 条。'] },
      verdict: 'pass',
    },
    {
      name: 'parts of each of two totals',
      text: { overview: ['复议 5 件，其中维持 3 件，纠正 2 件；诉讼 4 件，其中维持 3 件，纠正 1 件。'] },
      verdict: 'pass',
    },
    {
      name: 'an open list',
      text: { overview: ['发布信息 393 件，其中包括：规划 2 件；建议 50 件。'] },
      verdict: 'pass',
    },
    {
      name: 'examples',
      text: { overview: ['公开信息共计 50 条，其中，在专栏刊登通知 4 条，在公示栏公示处罚信息 2 条。'] },
      verdict: 'pass',
    },
    { name: 'one part', text: { overview: ['编发文章 1640 篇，其中原创 294 篇。'] }, verdict: 'pass' },
    {
      name: 'parts that do not add up',
      text: { overview: ['发布信息 2139 条，其中动态 1744 条，政务 393 条，解读 21 条。'] },
      verdict: 'fail',
    },
    {
      name: 'an open list above its total',
      text: { overview: ['发布信息 40 件，包括规划 2 件、建议 50 件等。'] },
      verdict: 'fail',
    },
  ],
};
