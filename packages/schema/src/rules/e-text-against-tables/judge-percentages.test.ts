import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import type { Vector } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';

const form = forms.at(-1)!;
const [granted, handled] = ['requests.granted.total', 'requests.total.total'] as const;
const [received, carriedIn] = ['requests.received.total', 'requests.carriedIn.total'] as const;
const figures = { [granted]: 3, [handled]: 8, [received]: 9, [carriedIn]: 1 };
const said = (text: string, set: Vector['set'] = {}) =>
  saidBy(form, 'R48', { set: { ...figures, ...set }, text: { overview: [text] } });
const of = (percentage: string, set?: Vector['set']) =>
  said(`政府信息公开申请中，予以公开 3 件，占 ${percentage}。`, set);

describe('the percentage after an outcome', () => {
  const outcome = (printed: string, verdict: string, params: object) => ({
    ...{ verdict, severity: 'explain', scope: 'cell', cells: [granted, handled] },
    place: { section: 'overview', block: 0, start: 21, end: 21 + printed.length },
    params: {
      ...{ what: '予以公开', whatEn: 'granted', actual: Number.parseFloat(printed) },
      ...{ quote: `政府信息公开申请中，予以公开 3 件，占 ${printed}。`, ...params },
    },
  });
  const compared = (printed: string, verdict: string, expected: number) => [
    { ...outcome(printed, verdict, { expected }), expected, actual: Number.parseFloat(printed) },
  ];

  it('is that of all handled, received, or received and carried in', () => {
    expect(of('37.5%')).toEqual(compared('37.5%', 'pass', 37.5));
    expect(of('33.3%')).toEqual(compared('33.3%', 'pass', 37.5));
    expect(of('30.00 %')).toEqual(compared('30.00 %', 'pass', 37.5));
    expect(of('38%')).toEqual(compared('38%', 'pass', 38));
    expect(of('37%')).toEqual(compared('37%', 'pass', 38));
    expect(of('36%')).toEqual(compared('36%', 'fail', 38));
    expect(of('27.3%')).toEqual(compared('27.3%', 'fail', 37.5));
  });

  it('is not compared where outcome or total are blank', () => {
    const skipped = [{ ...outcome('37.5%', 'skip', {}), reason: 'blank_cells' }];
    expect(of('37.5%', { [granted]: { na: '/' } })).toEqual(skipped);
    expect(of('37.5%', { [handled]: { na: '/' } })).toEqual(skipped);
    const blank = { [received]: { na: '/' }, [carriedIn]: { na: '/' } };
    expect(of('37.5%', blank)).toEqual(compared('37.5%', 'pass', 37.5));
    expect(of('33.3%', blank)).toEqual(compared('33.3%', 'fail', 37.5));
  });

  it('is 0 of nothing', () => {
    const none = { [granted]: 0, [handled]: 0, [received]: 0, [carriedIn]: 0 };
    expect(of('0%', none)).toEqual(compared('0%', 'pass', 0));
    expect(of('5%', none)).toEqual(compared('5%', 'fail', 0));
    expect(of('5%', { ...none, [granted]: 3 })).toEqual(compared('5%', 'fail', 0));
    expect(of('0%', { ...none, [granted]: 3 })).toEqual(compared('0%', 'fail', 0));
  });
});

const after = (words: string) => said(`政府信息公开申请中，予以公开 3 件${words} 5%。`).length;

describe('a percentage is tied', () => {
  it.each([
    ...[
      '',
      '（',
      '(',
      '，',
      ',',
      '（占',
      '，占',
      '，约占',

      '，占比',
      '，占比为',
      '，占全部',
      '，占答复总数',
      '，占答复的',
      '，占办结总量的',
    ],
    ...['，占已办理申请总数的', '，占总数为', '，占全部申请量的', ' ， 占 总 数 的'],
  ])('by %j', (words) => {
    expect(after(words)).toBe(1);
  });

  it.each(['，增长', '，同比占', '占', '，占提案', '；占', '，，占', '，比', '，约', '占为为', '，为'])(
    'not by %j',
    (words) => {
      expect(after(words)).toBe(0);
    },
  );

  it('to outcomes alone, by the number next to it', () => {
    for (const text of [
      ...['收到政府信息公开申请 9 件，占 90%。', '政府信息公开申请中，答复 8 件，占 90%。'],
      ...['政府信息公开申请中，予以公开 3 件，占 90 件。', '政府信息公开申请中，予以公开 3 件。', '占 90%。'],
      ...['政府信息公开申请中，予以公开 3 件，占约 90%。', '政府信息公开申请中，予以公开 3 件，计 4 条，占 90%。'],
    ])
      expect(said(text)).toEqual([]);
    expect(said('政府信息公开申请中，予以公开 3 件（37.5%），部分公开 2 件（20%）。')).toMatchObject([
      { verdict: 'pass', cells: [granted, handled] },
      { verdict: 'fail', cells: ['requests.partlyGranted.total', handled], params: { what: '部分公开' }, expected: 0 },
    ]);
  });
});
