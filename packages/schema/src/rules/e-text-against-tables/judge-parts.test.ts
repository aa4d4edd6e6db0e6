import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { saidBy } from '../../testing/said.ts';

const said = (text: string) => saidBy(forms.at(-1)!, 'R54', { text: { overview: [text] } });
/** Verdict, total and sum of each total with parts. */
const sums = (text: string) => said(text).map(({ verdict, actual, expected }) => `${verdict} ${actual} ${expected}`);

const closed = '，其中公文 2 条，动态 3 条。';

describe('a total with its parts', () => {
  it('is their sum, neither more nor less', () => {
    const judged = (text: string, verdict: string, actual: number) => [
      {
        ...{ verdict, severity: 'explain', scope: 'section', cells: [] },
        place: { section: 'overview', block: 0, start: 8, end: 10 },
        ...{ params: { actual, expected: 5, unit: '条', quote: text.slice(3) }, expected: 5, actual },
      },
    ];
    for (const [total, verdict] of [
      [4, 'fail'],
      [5, 'pass'],
      [6, 'fail'],
    ] as const) {
      const text = `前文。发布信息 ${total}条${closed}`;
      expect(said(text)).toEqual(judged(text, verdict, total));
    }
  });

  it.each(['，其中', '（其中：', '：其中', ' ， 其 中 ', `${'字'.repeat(12)}其中`])(
    'after %j promises all parts',
    (words) => {
      expect(sums(`发布 6 条${words}公文 2 条，动态 3 条。`)).toEqual(['fail 6 5']);
    },
  );

  it.each(['，包括', '（含', '（包括', '，含', `${'字'.repeat(12)}含`])('after %j may have more parts', (words) => {
    expect(sums(`发布 6 条${words}公文 2 条，动态 3 条。`)).toEqual([]);
    expect(sums(`发布 5 条${words}公文 2 条，动态 3 条。`)).toEqual(['pass 5 5']);
    expect(sums(`发布 4 条${words}公文 2 条，动态 3 条。`)).toEqual(['fail 4 5']);
  });

  it.each([
    '，其中包括公文 2 条，动态 3 条。',
    '，其中包含公文 2 条，动态 3 条。',
    '，其中公文 2 条，动态 3 条等。',
    '，其中公文 2 条、动态 3 条 等。',
  ])('is open in %j', (parts) => {
    expect(sums(`发布 6 条${parts}`)).toEqual([]);
    expect(sums(`发布 5 条${parts}`)).toEqual(['pass 5 5']);
    expect(sums(`发布 4 条${parts}`)).toEqual(['fail 4 5']);
  });

  it('is closed where other words stand later', () => {
    expect(sums('发布 6 条，其中公文 2 条，动态 3 条，数量等同。')).toEqual(['fail 6 5']);
    expect(sums('发布包括 6 条，其中公文 2 条，动态 3 条。')).toEqual(['fail 6 5']);
    expect(sums('发布 6 条，包括公文 2 条，其中动态 3 条。')).toEqual([]);
    expect(sums('发布 6 条，其中公文 1 条，动态 1 条，专栏 1 条等。')).toEqual([]);
    expect(sums('其中发布 6 条（含公文 2 条，动态 3 条）。')).toEqual([]);
  });

  it('is exact in its decimals', () => {
    expect(sums('收入 3.3 万元，其中甲 1.1 万元，乙 2.2 万元。')).toEqual(['pass 3.3 3.3']);
    expect(sums('收入 3.3 万元，其中甲 1.10 万元，乙 2.205 万元。')).toEqual(['fail 3.3 3.305']);
    expect(sums('收入 3 万元，其中甲 1.1 万元，乙 2.2 万元。')).toEqual(['fail 3 3.3']);
    expect(sums('收入 0.35 万元，其中甲 0.1 万元，乙 0.2 万元，丙 0.05 万元。')).toEqual(['pass 0.35 0.35']);
  });

  it('may be reached before the list ends', () => {
    expect(sums('发布 5 条，其中公文 2 条，动态 3 条，专栏 4 条。')).toEqual(['pass 5 9']);
    expect(sums('发布 9 条，其中公文 2 条，动态 3 条，专栏 4 条。')).toEqual(['pass 9 9']);
    expect(sums('发布 2 条，其中公文 2 条，动态 3 条，专栏 4 条。')).toEqual(['fail 2 9']);
    expect(sums('发布 8 条，其中公文 2 条，动态 3 条，专栏 4 条。')).toEqual(['fail 8 9']);
  });
});

describe('a total is left alone', () => {
  it.each([
    ...[
      '发布 6 条，公文 2 条，动态 3 条。',
      '发布 6 条，其中公文 2 条。',
      '发布 6 条。',
      `发布 6 条${'字'.repeat(13)}其中公文 2 条，动态 3 条。`,
    ],
    ...[
      '约 6 条，其中公文 2 条，动态 3 条。',
      '发布 6 条，其中公文近 2 条，动态 3 条。',
      '发布 6 条，其中公文 2 条，动态 3 条多。',
    ],
    ...[
      '增长 6%，其中公文 2%，动态 3%。',
      '发布 6 条，其中公文 2 件，动态 3 条。',
      '发布 6 条，其中公文 2 条，动态 3 件。',
    ],
    ...['发布 6 条，公文 2 条，其中动态 3 条。'],
  ])('in %j', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('the list of parts', () => {
  const verbs = '收到 受理 新收 答复 办结 结转 顺延 转 较 比 同比 增长 增加 减少'.split(' ');
  it.each(verbs.flatMap((verb) => [verb, `共${verb}`, `累计${verb}`, `全年${verb}`]))('ends before %s', (words) => {
    expect(sums(`发布 6 条，其中公文 2 条，动态 3 条，${words} 1 条。`)).toEqual(['fail 6 5']);
    expect(sums(`发布 6 条，其中公文 2 条，${words} 4 条。`)).toEqual([]);
    expect(sums(`发布 6 条，其中公文 2 条，动态 3 条，${words} 1 件。`)).toEqual(['fail 6 5']);
    expect(sums(`发布 6 条，其中公文 2 条，动态 3 条，今${words} 1 条。`)).toEqual(['pass 6 6']);
  });

  it('ends before the next total with parts of its own', () => {
    const next = '复议 4 条，其中维持 3 条，纠正 1 条。';
    expect(sums(`发布 6 条，其中公文 2 条，动态 3 条；${next}`)).toEqual(['fail 6 5', 'pass 4 4']);
    expect(sums(`发布 6 条，其中公文 2 条；${next}`)).toEqual(['pass 4 4']);
    expect(sums(`发布 6 条，其中公文 2 条，其中甲 1 条，乙 1 条。`)).toEqual(['pass 2 2']);
  });
});
