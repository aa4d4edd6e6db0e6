import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import type { Vector } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';

const form = forms.at(-1)!;
const received = 'requests.received.total';
const blank = { [received]: null, 'requests.received.businesses': null };
const columns =
  'naturalPersons businesses researchInstitutions publicBenefitOrganisations legalServices otherOrganisations total';
const carriedOut = columns.split(' ').map((column) => `requests.carriedOut.${column}`);
const said = (id: string, text: string, set: Vector['set'] = {}) =>
  saidBy(form, id, { year: 2021, set, text: { overview: [text] } });
const found = (id: string, text: string) => said(id, text).map(({ params }) => params['phrase']);

describe('R51: no request received', () => {
  const text = '全年未收到政府信息公开申请。';
  const params = { phrase: '未收到政府信息公开申请', quote: text };
  const base = {
    ...{ severity: 'explain', scope: 'cell', cells: [received] },
    place: { section: 'overview', block: 0, start: 3, end: 3 + text.length },
  };

  it('is held against the table', () => {
    for (const [actual, verdict] of [
      [0, 'pass'],
      [1, 'fail'],
    ] as const)
      expect(said('R51', `前文。${text}`, { [received]: actual })).toEqual([
        { ...base, verdict, params: { ...params, actual }, expected: 0, actual },
      ]);
    expect(said('R51', `前文。${text}`, blank)).toEqual([{ ...base, verdict: 'skip', params, reason: 'blank_cells' }]);
  });

  it.each([
    ...['未收到', '没有收到', '未接到', '没有受理', '未收到过', '未收到到', '未收到任何', '未收到公民、法人和其他组织'],
    ...['未收到公民法人或其他组织提出的', '未收到公民、法人或者其他组织提交的', '未收到公民、法人及其他组织提出'],
  ])('is said by %s', (words) => {
    expect(found('R51', `全年${words}信息公开申请。`)).toEqual([`${words}信息公开申请`]);
    expect(found('R51', `全年${words}申请。`)).toEqual([]);
    expect(found('R51', `全年${words}信访。`)).toEqual([]);
  });

  it('ends its part of the sentence', () => {
    for (const after of ['', '。', '，工作平稳。', '；工作平稳。', '！'])
      expect(found('R51', `全年未收到信息公开申请${after}`)).toHaveLength(1);
    for (const after of ['材料。', '不予答复的，投诉。', '、投诉。', '（信函）。'])
      expect(found('R51', `全年未收到信息公开申请${after}`)).toEqual([]);
  });

  it('is narrowed by nothing before it', () => {
    for (const before of [
      '',
      '2021年',
      '青原镇全年',
      '通过信函，',
      '信函；',
      '信函：',
      '（一）',
      '信函（',
      '去年有，2021年',
    ])
      expect(found('R51', `${before}未收到信息公开申请。`)).toHaveLength(1);
    for (const before of ['通过信函', '白石乡', '2020年', '2020年，', '上半年，', '企业、'])
      expect(found('R51', `${before}未收到信息公开申请。`)).toEqual([]);
  });
});

describe('R51b: all requests done', () => {
  const text = '收到政府信息公开申请 5 件，均已办结。';
  const params = { phrase: '均已办结', quote: text };
  const base = {
    ...{ severity: 'explain', scope: 'row', cells: carriedOut },
    place: { section: 'overview', block: 0, start: 3, end: 3 + text.length },
  };

  it('is held against the largest figure that is carried out', () => {
    const judged = (verdict: string, actual: number) => [
      { ...base, verdict, params: { ...params, actual }, expected: 0, actual },
    ];
    expect(said('R51b', `前文。${text}`)).toEqual(judged('pass', 0));
    for (const cell of carriedOut) expect(said('R51b', `前文。${text}`, { [cell]: 2 })).toEqual(judged('fail', 2));
    const two = { [carriedOut[0]!]: 1, [carriedOut[1]!]: 3, [carriedOut[2]!]: null };
    expect(said('R51b', `前文。${text}`, two)).toEqual(judged('fail', 3));
  });

  it('is not judged where all of them are blank', () => {
    const none = (value: null | { na: string }) => Object.fromEntries(carriedOut.map((cell) => [cell, value]));
    for (const value of [null, { na: '/' }])
      expect(said('R51b', `前文。${text}`, none(value))).toEqual([
        { ...base, verdict: 'skip', params, reason: 'blank_cells' },
      ]);
    expect(said('R51b', `前文。${text}`, { ...none(null), [carriedOut[3]!]: 0 })[0]!.verdict).toBe('pass');
  });

  const starts = ['全部', '均', '均已', '都', '都已'];
  const middles = ['', '按时', '按法定时限要求', '依法', '予以', '按规定予以', '依法予以'];
  const ends = ['办结', '办理完成', '办理完毕', '完成办理', '办复', '答复完毕', '办毕'];
  it.each(starts.flatMap((start) => middles.map((middle) => start + middle)))('is said by %s', (words) => {
    for (const end of ends) expect(found('R51b', `信息公开申请${words}${end}。`)).toEqual([`${words}${end}`]);
  });

  it('is not said of time, nor of some', () => {
    for (const words of [
      '均在法定期限内答复',
      '均已答复',
      '已办结',
      '均按规定的法定时限办结',
      '均按，办结',
      '均已受理',
    ])
      expect(found('R51b', `信息公开申请${words}。`)).toEqual([]);
    for (const words of ['信访均已办结', '申请和信访全部办结'])
      expect(found('R51b', `${words}，信息公开申请。`)).toEqual([]);
  });

  it.each(['结转下年', '转下月', '转下年度', '顺延至下季度', '延到下月', '转入下月', '下年', '下一年', '除'])(
    'is left alone where the sentence says %s, before or after',
    (words) => {
      expect(found('R51b', `信息公开申请，${words} 1 件，均已办结。`)).toEqual([]);
      expect(found('R51b', `信息公开申请均已办结，${words} 1 件。`)).toEqual([]);
      expect(found('R51b', `${words} 1 件。信息公开申请均已办结。`)).toEqual(['均已办结']);
    },
  );

  it('is left alone where it speaks of those carried in', () => {
    for (const words of ['上年结转', '上年度结转', '上一年结转', '上一年度结转的件'])
      expect(found('R51b', `信息公开申请中，${words}均已办结。`)).toEqual([]);
    for (const words of ['上年结转 1 件，', '上年结转 1 件；', '上年的'])
      expect(found('R51b', `信息公开申请中，${words}均已办结。`)).toEqual(['均已办结']);
  });
});
