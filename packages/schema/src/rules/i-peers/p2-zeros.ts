import { settingsOf } from '../../engine/settings.ts';
import { cellsOf } from '../../layout/cells.ts';
import { valueIn } from '../../report/values.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';

export const p2: Rule = {
  id: 'P2',
  chapter: 'I',
  severity: 'hint',
  title: { zh: '同类机关都不为 0 的数字，本机关不为 0', en: 'no zero where all peers are large' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '{code} 填 0，而同类机关最少也有 {least}。请核对是否漏报。',
    en: '{code} reads 0, while its peers have {least} at the least. Check for an omission.',
  },
  test(report, form, context) {
    const outcome = { scope: 'report', cells: [] } as const;
    const { least, large } = settingsOf(context).peers;
    const peers = context.peers ?? [];
    if (peers.length < least) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_peers' }];
    const odd = cellsOf(form).flatMap(({ key, code, measure }): Outcome[] => {
      if (measure !== 'count' || valueIn(report.tables, key) !== 0) return [];
      const others = peers.map(({ tables }) => valueIn(tables, key)).filter((value) => typeof value === 'number');
      const smallest = Math.min(...others);
      if (others.length < least || smallest < large) return [];
      return [{ verdict: 'fail', scope: 'cell', cells: [key], params: { code, least: smallest }, actual: 0 }];
    });
    return odd.length > 0 ? odd : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    {
      name: 'zero as some peers',
      peers: [{ times: 15 }, { set: { 'requests.received.total': 26 }, times: 15 }],
      verdict: 'pass',
    },
    {
      name: 'zero where all have some',
      peers: [{ set: { 'requests.received.total': 20 }, times: 30 }],
      verdict: 'fail',
    },
    { name: 'too few peers', peers: [{ times: 29 }], verdict: 'skip' },
  ],
};
