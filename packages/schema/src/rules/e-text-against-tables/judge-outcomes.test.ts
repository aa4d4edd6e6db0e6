import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import type { Vector } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';

describe.each(forms)('outcomes in one sentence of $id', (form) => {
  const handled = 'requests.total.total';
  /** What is said of the sum, whatever is said of each of its parts. */
  const said = (text: string, set: Vector['set'] = {}) =>
    saidBy(form, 'R47', { set: { [handled]: 6, ...set }, text: { overview: [text] } }).filter(
      ({ params }) => params['what'] === '各项办理结果合计',
    );
  const verdicts = (text: string, set?: Vector['set']) => said(text, set).map(({ verdict }) => verdict);
  const three = '政府信息公开申请中，予以公开 1 件，部分公开 2 件，不予公开 3 件。';

  it('add up to the total of the table', () => {
    const judged = (verdict: string, expected: number) => [
      {
        ...{ verdict, severity: 'explain', scope: 'cell', cells: [handled] },
        place: { section: 'overview', block: 0, start: 3, end: 3 + three.length },
        params: { what: '各项办理结果合计', whatEn: 'all outcomes', actual: 6, unit: '件', expected, quote: three },
        ...{ expected, actual: 6 },
      },
    ];
    for (const [expected, verdict] of [
      [5, 'fail'],
      [6, 'pass'],
      [7, 'fail'],
    ] as const)
      expect(said(`前文。${three}`, { [handled]: expected })).toEqual(judged(verdict, expected));
  });

  it('are an excerpt where a group is not stated that the table has', () => {
    const later = form === forms[0] ? 'otherHandling' : 'feeUnpaid';
    for (const row of ['notHeld', 'complaints', later])
      expect(verdicts(three, { [`requests.${row}.total`]: 1 })).toEqual([]);
    const others = '无法提供 1 件，不予处理 1 件，其他处理 1 件。';
    for (const [row, name] of [
      ['granted', '予以公开'],
      ['partlyGranted', '部分公开'],
      ['stateSecrets', '不予公开'],
    ]) {
      const text = `政府信息公开申请中，${others}`;
      expect(verdicts(text, { [handled]: 3, [`requests.${row}.total`]: 1 })).toEqual([]);
      expect(verdicts(text.replace('。', `，${name} 3 件。`), { [`requests.${row}.total`]: 1 })).toEqual(['pass']);
    }
  });

  it('are an excerpt where fewer than three are stated', () => {
    expect(verdicts('政府信息公开申请中，予以公开 1 件，部分公开 5 件。')).toEqual([]);
    expect(verdicts('政府信息公开申请中，予以公开 1 件，部分公开 2 件。其中，不予公开 3 件。')).toEqual([]);
    expect(verdicts('政府信息公开申请中，予以公开和部分公开 1 件，不予公开 2 件，其他处理 3 件。')).toEqual(['pass']);
  });

  it('are not added where they overlap', () => {
    expect(verdicts('政府信息公开申请中，予以公开和部分公开 3 件，予以公开 1 件，不予公开 2 件。')).toEqual([]);
    expect(verdicts(three.replace('。', '，不予公开 3 件。'))).toEqual([]);
  });

  it('are not compared with a blank total', () => {
    expect(verdicts(three, { [handled]: null, 'requests.total.businesses': null })).toEqual([]);
  });

  it('leave other claims of the sentence out', () => {
    expect(verdicts(three.replace('。', '，结转下年度 4 件。'))).toEqual(['pass']);
    expect(verdicts('政府信息公开申请中，答复 6 件，予以公开 1 件，部分公开 5 件。')).toEqual([]);
  });
});
