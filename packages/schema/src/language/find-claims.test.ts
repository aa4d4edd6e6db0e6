import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { findClaims, type Claim } from './find-claims.ts';

const form = forms.at(-1)!;
const year = 2021;
const [received, carriedIn] = ['requests.received.total', 'requests.carriedIn.total'];
const claims = (text: string, agency?: string) =>
  findClaims(form, sampleReport(form, { text: { overview: [text] }, ...(agency && { agency }) }, year));
const rulesIn = (text: string, agency?: string) => claims(text, agency).map(({ rule, value }) => `${rule} ${value}`);

describe('a claim', () => {
  it('is a number with the cells whose sum it must be, its sentence and place', () => {
    const text = '前文。 全年收到政府信息公开申请 1,234 件，予以公开 2 件，计 3 件。';
    expect(claims(text)).toMatchObject([
      {
        ...{ rule: 'R43', what: '本年新收申请', whatEn: 'requests received', value: 1234, decimals: 0, unit: '件' },
        ...{ cells: [received], sentence: text.slice(4) },
        place: { section: 'overview', block: 0, start: 17, end: 24 },
        ...{ statement: { position: 0 }, next: { position: 1 } },
      },
      {
        ...{ rule: 'R47', what: '予以公开', whatEn: 'granted', value: 2, cells: ['requests.granted.total'] },
        place: { section: 'overview', block: 0, start: 30, end: 33 },
        ...{ statement: { position: 1 }, next: { position: 2 } },
      },
    ]);
    expect(claims(text)).toHaveLength(2);
  });

  it('has the decimals printed, and nothing after it at the end of its sentence', () => {
    const [claim, ...rest] = claims('全年收取行政事业性收费 12.50 万元。');
    expect(rest).toEqual([]);
    expect(claim).toMatchObject({ rule: 'R53', value: 12.5, decimals: 2, unit: '万元' });
    expect(claim).not.toHaveProperty('next');
  });

  it('is read once from a report', () => {
    const report = sampleReport(form, { text: { overview: ['收到政府信息公开申请 1 件。'] } });
    expect(findClaims(form, report)).toBe(findClaims(form, report));
  });
});

describe('a number is tied', () => {
  it.each(['件', '宗', '份', '条', '个', '次', '项', '件次'])('in the unit %s', (unit) => {
    expect(rulesIn(`全年收到政府信息公开申请 5 ${unit}。`)).toEqual(['R43 5']);
  });

  it.each(['', '信息公开', '申请', '政府信息公开', '信息公开申请', '政府信息公开申请'])(
    'where %j follows its unit, and nothing else',
    (tail) => {
      expect(rulesIn(`依申请公开中，收到 5 件${tail}。`)).toEqual(['R43 5']);
      expect(rulesIn(`依申请公开中，收到 5 件${tail}信函。`)).toEqual([]);
      expect(rulesIn(`依申请公开中，收到 5 件信函${tail}。`)).toEqual([]);
    },
  );

  it('by the words after its unit, where those before it add nothing', () => {
    for (const [text, ...found] of [
      ['依申请公开中，全年共 5 件结转下年度办理。', 'R46 5'],
      ['依申请公开中，青原镇 5 件申请需转入下一年度继续答复。', 'R46 5'],
      ['依申请公开中，白石乡 5 件结转下年度办理。'],
      ['依申请公开中，5 件已结转下年度办理。', 'R46 5'],
      ['依申请公开中，5 件结转下年度办理的事。'],
      ['今年有 5 件涉及政府信息公开引发的行政诉讼案件。', 'R49 5'],
    ] as const)
      expect(rulesIn(text)).toEqual(found);
  });

  it('to the body itself, by its own name alone', () => {
    expect(rulesIn('青原镇全年收到政府信息公开申请 5 件。')).toEqual(['R43 5']);
    expect(rulesIn('白石乡全年收到政府信息公开申请 5 件。')).toEqual([]);
    expect(rulesIn('白石乡全年收到政府信息公开申请 5 件。', '云溪县白石乡人民政府')).toEqual(['R43 5']);
    expect(rulesIn('依申请公开中，白石乡 5 件结转下年度。', '云溪县白石乡人民政府')).toEqual(['R46 5']);
  });
});

describe('a number is left alone', () => {
  it.each([
    ...['收到政府信息公开申请约 5 件。', '收到政府信息公开申请 5 余件。', '收到政府信息公开申请 5 件多。'],
    ...['收到政府信息公开申请 5 起。', '收到政府信息公开申请 5 篇。', '收到政府信息公开申请，5 件。'],
    ...['2020年，收到政府信息公开申请 5 件。', '去年收到政府信息公开申请 5 件。', '信函收到政府信息公开申请 5 件。'],
    ...['收到 5 件。', '收到政府信息公开申请，信访办结 5 件。', '收到政府信息公开申请和信访 5 件。'],
    ...['受理行政复议 5 件。', '维持 5 件。', '受理政府信息公开行政复议 5 件。'],
  ])('in %s', (text) => {
    expect(claims(text)).toEqual([]);
  });

  it('in another time, but where the time is its own', () => {
    expect(rulesIn('2020年结转政府信息公开申请 5 件。')).toEqual(['R44 5']);
    expect(rulesIn('依申请公开中，结转2022年度办理 5 件。')).toEqual(['R46 5']);
    expect(rulesIn('2021年收到政府信息公开申请 5 件。')).toEqual(['R43 5']);
  });

  it('where results follow no total of cases, and tied to the kind stated last', () => {
    expect(rulesIn('政府信息公开行政复议 3 件，维持 2 件，政府信息公开行政诉讼 4 件，维持 1 件。')).toHaveLength(4);
    expect(claims('政府信息公开行政复议 3 件，维持 2 件。').at(-1)!.cells).toEqual([
      'litigation.reconsideration.upheld',
    ]);
    expect(rulesIn('政府信息公开行政复议 3 件。维持 2 件。')).toEqual(['R49 3']);
  });
});

describe('requests received with those carried in', () => {
  const cellsOf = (after: string) => {
    const [{ what, cells }] = claims(`收到政府信息公开申请 5 件${after}。`) as unknown as [Claim];
    return { what, cells };
  };
  const both = { what: '本年新收申请（含上年结转）', cells: [received, carriedIn] };
  const alone = { what: '本年新收申请', cells: [received] };

  it.each([
    ...[
      '（含上年结转 1 件）',
      '(含上年结转 1 件)',
      '，含上年结转 1 件',
      ',含上年结转 1 件',
      '申 请（含上年结转 1 件）',
    ],
    ...['（包含上年结转）', '（包括上年结转）', '（其中上年结转 1 件）', '（其中含上年结转）', '，其中包括上年结转'],
    ...['，其中：上年结转', '，其中:上年结转', '，其中，上年结转', '，其中,上年结转', ' （ 含 上 年 结 转 1 件）'],
    ...['（含去年结转）', '（含上一年结转）', '（含上年度结转）', '（含上年转结）', '（含上年转入）', '（含上年顺延）'],
  ])('are so qualified by %s', (after) => {
    expect(cellsOf(after)).toEqual(both);
  });

  it.each(['，上年结转 1 件', '，办结 2 件（含上年结转 1 件）', '（含本年结转）', '（含上年收到）', '（含结转）'])(
    'are not by %s',
    (after) => {
      expect(cellsOf(after)).toEqual(alone);
    },
  );

  it('are no matter of other terms', () => {
    expect(claims('政府信息公开申请中，答复 5 件（含上年结转 1 件）。')[0]).toMatchObject({
      ...{ rule: 'R45', what: '办理结果总计', cells: ['requests.total.total'] },
    });
  });
});
