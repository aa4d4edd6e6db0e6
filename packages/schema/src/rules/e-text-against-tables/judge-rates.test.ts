import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import type { Vector } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';

const form = forms.at(-1)!;
const [handled, received, carriedIn] = ['requests.total.total', 'requests.received.total', 'requests.carriedIn.total'];
const figures = { [handled]: 2, [received]: 2, [carriedIn]: 1 };
const said = (text: string, set: Vector['set'] = figures) =>
  saidBy(form, 'R55', { year: 2021, set, text: { overview: [text] } });
const verdicts = (text: string) => said(text).map(({ verdict }) => verdict);

const outcome = (quote: string, what: string, actual: number, start: number, end: number) => ({
  ...{ severity: 'explain', scope: 'section', cells: [] },
  place: { section: 'overview', block: 0, start, end },
  params: { what, actual, expected: '0 至 100%', quote },
});

describe('a rate of a whole', () => {
  const kinds = '办结 答复 回复 公开 合格 满意 及时 按时 按期 覆盖 准确 达标'.split(' ');
  it.each(kinds)('of kind %s率 is 100 %% at most', (kind) => {
    for (const [actual, verdict] of [
      [0, 'pass'],
      [99.5, 'pass'],
      [100, 'pass'],
      [100.5, 'fail'],
      [101, 'fail'],
    ] as const) {
      const text = `今年来信的${kind}率 ${actual}%。`;
      const found = outcome(text, `${kind}率`, actual, 9, 10 + String(actual).length);
      expect(said(text)).toEqual([{ ...found, verdict }]);
    }
  });

  it('stands with at most a verb before its number', () => {
    for (const words of ['', '均', '都', '也', '为', '达', '达到', '保持', '保持在', '是', '均为', '都达到', '也是'])
      expect(verdicts(`来信满意率${words} 101%。`)).toEqual(['fail']);
    for (const words of ['同比增长', '提高到', '，', '比上年', '为均'])
      expect(verdicts(`来信满意率${words} 101%。`)).toEqual([]);
  });

  it('is no growth, no share, no other unit, and nothing rough', () => {
    for (const text of [
      '增长率 120%。',
      '占比 120%。',
      '完成率 120%。',
      '满意率 120 件。',
      '满意率超 120%。',
      '满意率 120%多。',
    ])
      expect(said(text)).toEqual([]);
  });

  it('is named by two characters before 率', () => {
    expect(said('全市主动公开率达到 100%，热线回复率 101%。')).toMatchObject([
      { params: { what: '公开率' }, verdict: 'pass' },
      { params: { what: '回复率' }, verdict: 'fail' },
    ]);
  });
});

describe('the rate of requests done', () => {
  const text = '政府信息公开申请办结率 66.7%。';

  it('is those handled over those received and carried in', () => {
    const found = outcome(text, '办结率', 66.7, 12, 17);
    const compared = (expected: string) => ({
      ...{ ...found, cells: [handled, received, carriedIn], params: { ...found.params, expected } },
      ...{ expected, actual: 66.7 },
    });
    expect(said(text)).toEqual([{ ...compared('66.7%'), verdict: 'pass' }]);
    expect(said(text, { ...figures, [handled]: 3 })).toEqual([{ ...compared('100.0%'), verdict: 'fail' }]);
    expect(said(text, { ...figures, [carriedIn]: 0 })).toMatchObject([{ verdict: 'fail', expected: '100.0%' }]);
    expect(said('政府信息公开申请办结率 66%。')).toMatchObject([{ verdict: 'pass', expected: '67%' }]);
    expect(said('政府信息公开申请办结率 67%。')).toMatchObject([{ verdict: 'pass', expected: '67%' }]);
    expect(said('政府信息公开申请办结率 66.67%。')).toMatchObject([{ verdict: 'pass', expected: '66.67%' }]);
  });

  it('is not compared where one of them is blank, and none of nothing is wrong', () => {
    const blank = { [received]: null, 'requests.received.businesses': null };
    const skipped = [
      { ...outcome(text, '办结率', 66.7, 12, 17), verdict: 'skip', cells: [handled, received, carriedIn] },
    ];
    expect(said(text, { ...figures, ...blank })).toMatchObject(skipped);
    expect(said(text, { ...figures, ...blank })[0]!.reason).toBe('blank_cells');
    expect(said(text, { ...figures, [handled]: { na: '/' } })).toMatchObject(skipped);
    expect(said(text, { ...figures, [carriedIn]: { na: '/' }, [received]: { na: '/' } })).toMatchObject(skipped);
    const none = { [handled]: 0, [received]: 0, [carriedIn]: 0 };
    expect(said(text, none)).toEqual([{ ...outcome(text, '办结率', 66.7, 12, 17), verdict: 'pass' }]);
    expect(said('政府信息公开申请办结率 101%。', none)).toMatchObject([
      { verdict: 'fail', params: { expected: '0 至 100%' } },
    ]);
  });

  const compares = (words: string) => said(words)[0]!.cells.length > 0;

  it.each([
    ...[
      '政府信息公开申请办结率',
      '政府信息公开申请的办结率',
      '依申请公开办结率',
      '依申请公开中，办结率',
      '依申请公开中，申请办结率',
    ],
    ...[
      '依申请公开中，申请的办结率',
      '依申请公开中，全年青原镇办结率',
      '政府信息公开申请办结率为',
      '政府信息公开申请办结率达',
    ],
    ...['政府信息公开申请办结率达到'],
  ])('is meant by %s', (words) => {
    expect(compares(`${words} 90%。`)).toBe(true);
  });

  it.each([
    ...[
      '办结率',
      '提案办结率',
      '依申请公开中，提案办结率',
      '依申请公开按时办结率',
      '政府信息公开申请答复率',
      '依申请公开，信访，办结率',
    ],
    ...['政府信息公开申请办结率均为', '2020年政府信息公开申请办结率', '依申请公开中，上半年办结率'],
  ])('is not meant by %s', (words) => {
    expect(compares(`${words} 90%。`)).toBe(false);
  });
});
