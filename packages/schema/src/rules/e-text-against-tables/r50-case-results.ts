import type { Rule } from '../../engine/rule.ts';
import { judgeCaseResults } from './judge-case-results.ts';

export const r50: Rule = {
  id: 'R50',
  chapter: 'E',
  severity: 'explain',
  title: { zh: '文中关于复议、诉讼结果的说法与表四相符', en: 'words on the results of cases agree with table four' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: {
    zh: '文中写“{phrase}”，表四中{what}为 {actual} 件。原文：“{quote}”。请核对，或说明原因。',
    en: 'The text says "{phrase}", but table four has {actual} {whatEn}. Correct it, or explain. "{quote}"',
  },
  test: judgeCaseResults,

  vectors: [
    {
      name: 'all upheld',
      set: { 'litigation.reconsideration.upheld': 2 },
      text: { overview: ['政府信息公开行政复议 2 件，均获维持。'] },
      verdict: 'pass',
    },
    {
      name: 'all upheld but three pending',
      set: { 'litigation.reconsideration.upheld': 2, 'litigation.reconsideration.pending': 3 },
      text: { overview: ['政府信息公开行政复议均获维持。'] },
      verdict: 'fail',
    },
    {
      name: 'no lawsuit lost, but one corrected',
      set: { 'litigation.directLawsuits.corrected': 1 },
      text: { overview: ['政府信息公开行政诉讼零败诉。'] },
      verdict: 'fail',
    },
    {
      name: 'no case, but one',
      set: { 'litigation.reconsideration.total': 1 },
      text: { overview: ['未发生因政府信息公开引发的行政复议、行政诉讼。'] },
      verdict: 'fail',
    },
    {
      name: 'blank cases',
      set: { 'litigation.reconsideration.pending': null },
      text: { overview: ['政府信息公开行政复议均获维持。'] },
      verdict: 'skip',
    },
  ],
};
