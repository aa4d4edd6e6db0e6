import { settingsOf } from '../../engine/settings.ts';
import { cellsOf } from '../../layout/cells.ts';
import { valueIn } from '../../report/values.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';
import { spreadOf } from './spread.ts';

export const p1: Rule = {
  id: 'P1',
  chapter: 'I',
  severity: 'hint',
  title: { zh: '数字没有远离同类机关', en: 'no figure is far from those of its peers' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '{code} 为 {actual}，同类机关的中位数为 {median}，相差悬殊。请核对。',
    en: '{code} reads {actual}; the median of its peers is {median}: unusually far.',
  },
  test(report, form, context) {
    const outcome = { scope: 'report', cells: [] } as const;
    const { least, deviations, large } = settingsOf(context).peers;
    const peers = context.peers ?? [];
    if (peers.length < least) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_peers' }];
    const far = cellsOf(form).flatMap(({ key, code, measure }): Outcome[] => {
      const actual = valueIn(report.tables, key);
      const others = peers.map(({ tables }) => valueIn(tables, key)).filter((value) => typeof value === 'number');
      if (measure !== 'count' || typeof actual !== 'number' || actual < large || others.length < least) return [];
      const { median, deviation } = spreadOf(others);
      if (deviation === 0 || Math.abs(actual - median) <= deviations * deviation) return [];
      return [
        { verdict: 'fail', scope: 'cell', cells: [key], params: { code, actual, median }, expected: median, actual },
      ];
    });
    return far.length > 0 ? far : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    {
      name: 'among its peers',
      set: { 'requests.received.total': 24 },
      peers: [
        { set: { 'requests.received.total': 20 }, times: 15 },
        { set: { 'requests.received.total': 26 }, times: 15 },
      ],
      verdict: 'pass',
    },
    {
      name: 'ten times as many',
      set: { 'requests.received.total': 240 },
      peers: [
        { set: { 'requests.received.total': 20 }, times: 15 },
        { set: { 'requests.received.total': 26 }, times: 15 },
      ],
      verdict: 'fail',
    },
    { name: 'too few peers', set: { 'requests.received.total': 240 }, peers: [{ times: 29 }], verdict: 'skip' },
  ],
};
