import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../engine/settings.ts';
import { forms } from '../../forms/registry.ts';
import type { Sample, Vector } from '../../engine/vector.ts';
import { failed, onAllOf, onReport, passed, skipped } from '../../testing/outcomes.ts';
import { saidBy } from '../../testing/said.ts';

const form = forms.at(-1)!;
const said = (id: string, sample: Omit<Vector, 'name' | 'verdict'>) => saidBy(form, id, sample);
const overview = (...text: string[]): Sample => ({ text: { overview: text } });

describe('R4 and R5: topics', () => {
  it('R4 names those that section one passes over', () => {
    expect(said('R4', {})).toEqual(skipped('hint', 'not_stated', onAllOf('overview')));
    expect(said('R4', overview('主动公开了信息。'))).toEqual([
      { ...failed('hint', onAllOf('overview')), params: { topics: '依申请公开、政府信息管理、平台建设、监督保障' } },
    ]);
    const words = Object.values(defaultSettings.overviewTopics).map(([word]) => word);
    expect(said('R4', overview(words.join('，')))).toEqual([
      { ...onAllOf('overview'), verdict: 'pass', severity: 'hint', params: { topics: '' } },
    ]);
    const settings = { overviewTopics: { 农村供水: ['供水'] } };
    expect(said('R4', { ...overview('主动公开。'), context: { settings } })).toMatchObject([
      { params: { topics: '农村供水' } },
    ]);
  });

  it('R5 asks governments, anywhere in the text', () => {
    const all = Object.values(defaultSettings.governmentTopics).map(([word]) => word!);
    const spread = { text: { overview: all.slice(0, 1), problems: all.slice(1) } };
    const whole = [{ ...onReport, verdict: 'pass', severity: 'explain', params: { topics: '' } }];
    expect(said('R5', spread)).toEqual(whole);
    expect(said('R5', { ...overview('今年情况。') })).toEqual([
      { ...failed('explain'), params: { topics: Object.keys(defaultSettings.governmentTopics).join('、') } },
    ]);
    expect(said('R5', {})).toEqual(skipped('explain', 'not_stated'));
    const bureau = { agency: '云溪县水利局', ...overview('今年情况。') };
    expect(said('R5', bureau)).toEqual([]);
    expect(said('R5', { ...bureau, agency: '云溪县人民政府办公室' })).toEqual([]);
    expect(said('R5', { ...bureau, kind: 'consolidated' })).toMatchObject([{ verdict: 'fail' }]);
  });
});

describe('R6: section five', () => {
  const five = (...text: string[]) => said('R6', { text: { problems: text } });

  it.each([
    ...['', '无', '无。', '暂无', '没有', '不存在问题', '没有问题。', '无问题', '没有存在的主要问题'],
    ...['一、无', '（一）存在的主要问题', '1.无', '2．没有问题', '(二) 问题', '—', '/', '-', '、', '无.'],
  ])('says nothing by %j', (text) => {
    expect(five(text)).toEqual([failed('block', onAllOf('problems'))]);
  });

  it.each(['更新不及时。', '无专人负责。', '没有问题，但人手不足。', '一、更新不及时', '三、无', '问题是更新慢'])(
    'says something by %j',
    (text) => {
      expect(five(text)).toEqual(passed('block', onAllOf('problems')));
    },
  );
});

it('R8: section six speaks of the fee for processing information', () => {
  const six = (text: string) => said('R8', { text: { other: [text] } });
  for (const text of ['未收取信息处理费。', '全年没有收费。', '没有收取任何费用。', '收取各类依申请公开政府信息费'])
    expect(six(text)).toEqual(passed('explain', onAllOf('other')));
  for (const text of ['无。', '行政事业性收费已公开。', '收取建议，另有费用。', '收取意见一二三四五六七八九十一二三费'])
    expect(six(text)).toEqual([failed('explain', onAllOf('other'))]);
  expect(said('R8', overview('未收取信息处理费。'))).toMatchObject([{ verdict: 'fail' }]);
});

it('R13: section one keeps a limit where there is one', () => {
  const limited = (text: string) => said('R13', { ...overview(text), context: { settings: { overviewLimit: 4 } } });
  const judged = (verdict: string, length: number) => [
    { ...onAllOf('overview'), verdict, severity: 'hint', params: { length, limit: 4 }, expected: 4, actual: length },
  ];
  expect(limited('一二 三四')).toEqual(judged('pass', 4));
  expect(limited('一二三四五')).toEqual(judged('fail', 5));
  expect(limited('𠮷𠮷𠮷𠮷')).toEqual(judged('pass', 4));
  expect(said('R13', overview('一二三四五'))).toEqual(skipped('hint', 'switched_off', onAllOf('overview')));
});

it('R15: numbers are looked for in the preamble and in all sections', () => {
  const [found, expected] = ['国务院令第492号', '国务院令第711号'];
  const cited = `《政府信息公开条例》（${found}）`;
  const wrong = { ...failed('hint'), params: { found, expected }, expected, actual: found };
  expect(said('R15', { report: { preamble: [{ type: 'paragraph', text: cited }] } })).toEqual([wrong]);
  expect(said('R15', { text: { problems: [cited], other: [cited] } })).toEqual([wrong, wrong]);
  expect(said('R15', { text: { overview: [cited.replace('492', '711')], other: [cited] } })).toEqual([wrong]);
  expect(said('R15', overview(cited.replace('492', '711')))).toEqual(passed('hint'));
  expect(said('R15', {})).toEqual(skipped('hint', 'not_stated'));
  // What is parted by two paragraphs is no citation.
  expect(said('R15', overview('《政府信息公开条例》', '。（国务院令第492号）'))).toEqual(skipped('hint', 'not_stated'));
});

it('R16: a contact block is judged where there is one, or a preamble', () => {
  const contact = { address: '云溪大道 1 号', postcode: '999900', phone: '12345' };
  const none = { params: { problems: '', problemsEn: '' } };
  expect(said('R16', { report: { contact } })).toEqual([{ ...onReport, verdict: 'pass', severity: 'hint', ...none }]);
  expect(said('R16', { report: { contact: { address: '云溪大道 1 号' } } })).toEqual([
    { ...failed('hint'), params: { problems: '缺少邮编；缺少电话', problemsEn: 'no postcode; no phone' } },
  ]);
  expect(said('R16', { report: { preamble: [{ type: 'paragraph', text: '引言。' }] } })).toMatchObject([
    { verdict: 'fail' },
  ]);
  expect(said('R16', {})).toEqual(skipped('hint', 'not_stated'));
});
