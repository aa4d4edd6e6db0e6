import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import type { Vector } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';

const form = forms.at(-1)!;
const groups = { 复议: ['reconsideration'], 诉讼: ['directLawsuits', 'lawsuitsAfterReconsideration'] };
const cells = (name: keyof typeof groups, ...columns: string[]) =>
  columns.flatMap((column) => groups[name].map((group) => `litigation.${group}.${column}`));
const reconsidered = cells('复议', 'total');
const sued = cells('诉讼', 'total');
const said = (text: string, set: Vector['set'] = {}) => saidBy(form, 'R50', { set, text: { overview: [text] } });
/** The phrase found and the cells that must be 0. */
const found = (text: string) => said(text).map(({ params, cells }) => [params['phrase'], ...cells]);

describe('a saying on results', () => {
  const text = '政府信息公开行政复议均获维持。';
  const results = cells('复议', 'corrected', 'otherResults', 'pending');
  const params = { phrase: '均获维持', what: '未维持和尚未审结的', whatEn: 'cases not upheld or pending', quote: text };
  const base = {
    ...{ severity: 'explain', scope: 'table', cells: results },
    place: { section: 'overview', block: 0, start: 3, end: 3 + text.length },
  };

  it('agrees with the table where that has none of the others', () => {
    const judged = (verdict: string, actual: number) => [
      { ...base, verdict, params: { ...params, actual }, expected: 0, actual },
    ];
    expect(said(`前文。${text}`)).toEqual(judged('pass', 0));
    expect(said(`前文。${text}`, { 'litigation.reconsideration.upheld': 9 })).toEqual(judged('pass', 0));
    for (const cell of results) expect(said(`前文。${text}`, { [cell]: 2 })).toEqual(judged('fail', 2));
  });

  it('is not judged where they are blank', () => {
    expect(said(`前文。${text}`, { [results[0]!]: null })).toEqual([
      { ...base, verdict: 'skip', params, reason: 'blank_cells' },
    ]);
  });
});

describe('all upheld', () => {
  const starts = ['均', '全部', '都'];
  const middles = ['', '获', '获得', '被', '予', '予以', '为', '得到'];
  it.each(starts.flatMap((start) => middles.map((middle) => `${start}${middle}维持`)))('is said by %s', (phrase) => {
    expect(found(`政府信息公开行政诉讼${phrase}。`)).toEqual([
      [phrase, ...cells('诉讼', 'corrected'), ...cells('诉讼', 'otherResults'), ...cells('诉讼', 'pending')],
    ]);
  });

  it('is not said by others', () => {
    for (const phrase of ['维持', '均维', '结果维持', '均被纠正', '均不维持'])
      expect(found(`政府信息公开行政诉讼${phrase}。`)).toEqual([]);
  });
});

describe('none lost', () => {
  it.each(['零败诉', '无败诉', '无一败诉', '未败诉', '没有败诉'])('is said by %s of lawsuits alone', (phrase) => {
    for (const words of ['政府信息公开工作', '政府信息公开行政复议'])
      expect(said(`${words}${phrase}。`)).toEqual([
        {
          ...{ verdict: 'pass', severity: 'explain', scope: 'table', cells: cells('诉讼', 'corrected') },
          place: { section: 'overview', block: 0, start: 0, end: words.length + phrase.length + 1 },
          params: { phrase, what: '结果纠正的', whatEn: 'cases corrected', quote: `${words}${phrase}。`, actual: 0 },
          ...{ expected: 0, actual: 0 },
        },
      ]);
    expect(said(`政府信息公开${phrase}。`, { 'litigation.directLawsuits.corrected': 1 })[0]!.verdict).toBe('fail');
  });

  it('is not said by one that was lost, or none of them', () => {
    expect(found('政府信息公开行政诉讼败诉。')).toEqual([]);
    expect(found('政府信息公开行政诉讼一件败诉。')).toEqual([]);
  });
});

describe('no case', () => {
  it.each(['未发生', '没有发生', '未出现', '未引发', '未产生', '没有', '无'])('is said by %s', (words) => {
    for (const name of ['复议', '诉讼'] as const)
      for (const end of ['', '案件', '情况', '情形']) {
        const phrase = `${words}政府信息公开行政${name}${end}`;
        expect(found(`今年${phrase}。`)).toEqual([[phrase, ...cells(name, 'total')]]);
        expect(found(`政府信息公开工作${words}${name}${end}。`)).toEqual([
          [`${words}${name}${end}`, ...cells(name, 'total')],
        ]);
      }
  });

  it('names both kinds or one', () => {
    expect(said('全年未发生政府信息公开行政复议和行政诉讼案件。')).toMatchObject([
      {
        ...{ scope: 'table', cells: [...reconsidered, ...sued], actual: 0 },
        params: { phrase: '未发生政府信息公开行政复议和行政诉讼案件', what: '复议、诉讼', whatEn: 'cases' },
      },
    ]);
    expect(found('未发生信息公开复议，行政诉讼 2 件。')).toEqual([['未发生信息公开复议', ...reconsidered]]);
    expect(found('信息公开复议 2 件，未发生诉讼。')).toEqual([['未发生诉讼', ...sued]]);
  });

  it('has thirty characters between, and no stop', () => {
    expect(found(`信息公开工作未发生${'字'.repeat(30)}复议。`)).toHaveLength(1);
    expect(found(`信息公开工作未发生${'字'.repeat(31)}复议。`)).toEqual([]);
    for (const stop of '，；') expect(found(`信息公开工作未发生投诉${stop}复议 2 件。`)).toEqual([]);
  });

  it.each(['败诉', '纠正', '纠错', '撤销', '逾期', '超期', '审结', '结转', '不服'])(
    'is not said of some: %s',
    (words) => {
      expect(found(`信息公开工作未发生${words}的复议。`)).toEqual([]);
    },
  );

  it('is not said by 无法, and said once by 没有发生', () => {
    expect(found('信息公开工作无法复议。')).toEqual([]);
    expect(found('信息公开工作没有发生复议。')).toEqual([['没有发生复议', ...reconsidered]]);
  });
});

describe('the matter of a saying', () => {
  it('is disclosure by the words before it, its own or the paragraph’s', () => {
    expect(found('信息公开复议均维持。')).toHaveLength(1);
    expect(found('未发生信息公开复议。')).toHaveLength(1);
    expect(found('信息公开工作平稳。未发生复议。')).toHaveLength(1);
    expect(found('复议均维持，信息公开平稳。')).toEqual([]);
    expect(found('未发生复议。')).toEqual([]);
  });

  it('are the kinds of case that its part of the sentence names', () => {
    const upheld = (text: string) => found(`信息公开工作中，${text}均维持。`).map((each) => each.slice(1));
    const [first, second] = (['复议', '诉讼'] as const).map((name) =>
      ['corrected', 'otherResults', 'pending'].flatMap((column) => cells(name, column)),
    );
    expect(upheld('复议 2 件，诉讼 3 件，')).toEqual([[...first!, ...second!]]);
    expect(upheld('复议 2 件；诉讼 3 件，')).toEqual([second]);
    expect(upheld('诉讼 2 件；复议 3 件，')).toEqual([first]);
    expect(upheld('诉讼 2 件；')).toEqual([]);
    expect(upheld('决定')).toEqual([]);
  });
});
