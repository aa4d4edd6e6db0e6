import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../checks/settings.ts';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import type { Sample, Vector } from '../rules/vector.ts';
import { saidBy } from '../testing/said.ts';

const form = forms.at(-1)!;
const year = form.years.from;
const said = (id: string, sample: Omit<Vector, 'name' | 'verdict'>) => saidBy(form, id, sample);
const report = { scope: 'report', cells: [], params: {} };
const section = { ...report, scope: 'section' };
const block = { verdict: 'fail', severity: 'block' };
const explain = { verdict: 'fail', severity: 'explain' };
const hint = { verdict: 'fail', severity: 'hint' };
const skipped = (severity: string, reason: string, scope = report) => [{ ...scope, verdict: 'skip', severity, reason }];
const passed = (severity: string, scope = report) => [{ ...scope, verdict: 'pass', severity }];
const overview = (...text: string[]): Sample => ({ text: { overview: text } });

describe('R1: sections', () => {
  const titles = form.sections.map(({ number, title }) => `${number}、${title}`).join('；');
  const problem = (zh: string, en: string) => ({ ...report, ...block, params: { problem: zh, problemEn: en, titles } });
  const sections = form.sections.map(({ key }) => ({ key, blocks: [] }));

  it('are missing, untitled, out of order, or titled otherwise', () => {
    expect(said('R1', { report: { asFound: {}, sections: sections.slice(0, 5) } })).toEqual([
      problem('缺少“其他需要报告的事项”部分', 'Section 其他需要报告的事项 is missing'),
    ]);
    expect(said('R1', { report: { asFound: { missingSections: ['overview'] } } })).toEqual([
      problem('没有“总体情况”的标题', 'The title of section 总体情况 is missing'),
    ]);
    expect(said('R1', { report: { asFound: {}, sections: sections.toReversed() } })).toEqual([
      problem('各部分的顺序与官方格式不一致', 'The sections are out of order'),
    ]);
    const swapped = [...sections.slice(0, 4), sections[5]!, sections[4]!];
    expect(said('R1', { report: { asFound: {}, sections: swapped } })).toHaveLength(1);
    expect(said('R1', { report: { asFound: { labels: { overview: '一、经验与体会' } } } })).toEqual([
      problem('“总体情况”部分的标题写成了“经验与体会”', 'Section 总体情况 is titled 经验与体会'),
    ]);
  });

  it('are right as they are in the form, and not judged without a source', () => {
    expect(said('R1', { report: { asFound: {} } })).toEqual(passed('block'));
    expect(said('R1', { report: { asFound: { missingSections: [], labels: { overview: '总体情况' } } } })).toEqual(
      passed('block'),
    );
    expect(said('R1', {})).toEqual(skipped('block', 'no_source_labels'));
  });
});

it('R2: a title is compared without its blanks', () => {
  const expected = `云溪县青原镇人民政府${year}年政府信息公开工作年度报告`;
  const titled = (title: string) => said('R2', { report: { title } });
  const spaced = expected.replace(`${year}`, ` ${year} `);
  expect(titled(spaced)).toEqual([
    { ...report, verdict: 'pass', severity: 'block', params: { title: spaced, expected }, expected, actual: spaced },
  ]);
  expect(titled('年报')).toEqual([
    { ...report, ...block, params: { title: '年报', expected }, expected, actual: '年报' },
  ]);
});

it('R3: a period is the whole year', () => {
  const of = (from: string, to: string) => said('R3', { report: { period: { from, to } } });
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  expect(of(from, to)).toEqual([{ ...report, verdict: 'pass', severity: 'explain', params: { from, to, year } }]);
  const late = `${year}-02-01`;
  expect(of(late, to)).toEqual([{ ...report, ...explain, params: { from: late, to, year } }]);
  expect(of(from, late)).toMatchObject([explain]);
  const blank = said('R3', { report: { period: undefined as never } });
  expect(blank).toEqual(skipped('explain', 'not_stated'));
});

describe('R4 and R5: topics', () => {
  it('R4 names those that section one passes over', () => {
    expect(said('R4', {})).toEqual(skipped('hint', 'not_stated', section));
    expect(said('R4', overview('主动公开了信息。'))).toEqual([
      { ...section, ...hint, params: { topics: '依申请公开、政府信息管理、平台建设、监督保障' } },
    ]);
    const words = Object.values(defaultSettings.overviewTopics).map(([word]) => word);
    expect(said('R4', overview(words.join('，')))).toEqual([
      { ...section, verdict: 'pass', severity: 'hint', params: { topics: '' } },
    ]);
    const settings = { overviewTopics: { 农村供水: ['供水'] } };
    expect(said('R4', { ...overview('主动公开。'), context: { settings } })).toMatchObject([
      { params: { topics: '农村供水' } },
    ]);
  });

  it('R5 asks governments, anywhere in the text', () => {
    const all = Object.values(defaultSettings.governmentTopics).map(([word]) => word!);
    const spread = { text: { overview: all.slice(0, 1), problems: all.slice(1) } };
    const whole = [{ ...report, verdict: 'pass', severity: 'explain', params: { topics: '' } }];
    expect(said('R5', spread)).toEqual(whole);
    expect(said('R5', { ...overview('今年情况。') })).toEqual([
      { ...report, ...explain, params: { topics: Object.keys(defaultSettings.governmentTopics).join('、') } },
    ]);
    expect(said('R5', {})).toEqual(skipped('explain', 'not_stated'));
    const bureau = { agency: '云溪县水利局', ...overview('今年情况。') };
    expect(said('R5', bureau)).toEqual([]);
    expect(said('R5', { ...bureau, agency: '云溪县人民政府办公室' })).toEqual([]);
    expect(said('R5', { ...bureau, kind: 'consolidated' })).toMatchObject([explain]);
  });
});

describe('R6: section five', () => {
  const five = (...text: string[]) => said('R6', { text: { problems: text } });

  it.each([
    ...['', '无', '无。', '暂无', '没有', '不存在问题', '没有问题。', '无问题', '没有存在的主要问题'],
    ...['一、无', '（一）存在的主要问题', '1.无', '2．没有问题', '(二) 问题', '—', '/', '-', '、', '无.'],
  ])('says nothing by %j', (text) => {
    expect(five(text)).toEqual([{ ...section, ...block }]);
  });

  it.each(['更新不及时。', '无专人负责。', '没有问题，但人手不足。', '一、更新不及时', '三、无', '问题是更新慢'])(
    'says something by %j',
    (text) => {
      expect(five(text)).toEqual(passed('block', section));
    },
  );
});

it('R8: section six speaks of the fee for processing information', () => {
  const six = (text: string) => said('R8', { text: { other: [text] } });
  for (const text of ['未收取信息处理费。', '全年没有收费。', '没有收取任何费用。', '收取各类依申请公开政府信息费'])
    expect(six(text)).toEqual(passed('explain', section));
  for (const text of ['无。', '行政事业性收费已公开。', '收取建议，另有费用。', '收取意见一二三四五六七八九十一二三费'])
    expect(six(text)).toEqual([{ ...section, ...explain }]);
  expect(said('R8', overview('未收取信息处理费。'))).toMatchObject([explain]);
});

describe('R9 and R14b: words of the tables', () => {
  const found = (id: string, asFound: object) => said(id, { report: { asFound } });
  const table = { ...report, scope: 'table' };
  const problem = (zh: string, en: string) => ({ ...table, ...block, params: { problem: zh, problemEn: en } });
  const cellsAt = (part: (cell: ReturnType<typeof cellsOf>[number]) => boolean) =>
    cellsOf(form)
      .filter(part)
      .map(({ key }) => key);

  it('R9 names each row too many, each that is missing, each under other words', () => {
    expect(found('R9', { extraRows: ['行政检查'] })).toEqual([
      problem('多了官方格式没有的“行政检查”', '行政检查 is not in the form'),
    ]);
    expect(found('R9', { missingRows: ['2.重复申请'] })).toEqual([
      problem('缺少“2.重复申请”', '2.重复申请 is missing'),
    ]);
    expect(found('R9', { labels: { 'disclosure.licensing': '行政确认' } })).toEqual([
      problem('“行政许可”写成了“行政确认”', '行政许可 reads 行政确认'),
    ]);
    expect(found('R9', { extraRows: [], labels: { 'requests.*.total': '合计' } })).toEqual(passed('block', table));
    expect(said('R9', {})).toEqual(skipped('block', 'no_source_labels', table));
  });

  it('R14b gives a row or column known by other words with all its cells', () => {
    expect(found('R14b', { labels: { 'disclosure.normativeDocuments': '规范性文件' } })).toEqual([
      {
        ...hint,
        scope: 'row',
        cells: cellsAt(({ row }) => row.key === 'normativeDocuments'),
        params: { official: '行政规范性文件', found: '规范性文件' },
        ...{ expected: '行政规范性文件', actual: '规范性文件' },
      },
    ]);
    const [column] = found('R14b', { labels: { 'requests.*.total': '合计' } });
    expect(column).toMatchObject({ params: { official: '总计', found: '合计' } });
    expect(column!.cells).toEqual(cellsAt(({ table, column }) => table === 'requests' && column.key === 'total'));
    expect(found('R14b', { labels: { 'disclosure.licensing': '行政确认' } })).toEqual(passed('hint'));
  });

  it('R14b gives a section known by another title, but no title of its own', () => {
    const other = form.sections.find(({ aliases }) => aliases?.length)!;
    const [alias] = other.aliases!;
    const params = { official: other.title, found: alias, section: other.key };
    expect(found('R14b', { labels: { [other.key]: alias } })).toEqual([
      { ...section, ...hint, params, expected: other.title, actual: alias },
    ]);
    expect(found('R14b', { labels: { [other.key]: '经验与体会' } })).toEqual(passed('hint'));
    expect(said('R14b', {})).toEqual(skipped('hint', 'no_source_labels'));
  });
});

it('R13: section one keeps a limit where there is one', () => {
  const limited = (text: string) => said('R13', { ...overview(text), context: { settings: { overviewLimit: 4 } } });
  const judged = (verdict: string, length: number) => [
    { ...section, verdict, severity: 'hint', params: { length, limit: 4 }, expected: 4, actual: length },
  ];
  expect(limited('一二 三四')).toEqual(judged('pass', 4));
  expect(limited('一二三四五')).toEqual(judged('fail', 5));
  expect(limited('𠮷𠮷𠮷𠮷')).toEqual(judged('pass', 4));
  expect(said('R13', overview('一二三四五'))).toEqual(skipped('hint', 'switched_off', section));
});

it('R15: numbers are looked for in the preamble and in all sections', () => {
  const [found, expected] = ['国务院令第492号', '国务院令第711号'];
  const cited = `《政府信息公开条例》（${found}）`;
  const wrong = { ...report, ...hint, params: { found, expected }, expected, actual: found };
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
  expect(said('R16', { report: { contact } })).toEqual([{ ...report, verdict: 'pass', severity: 'hint', ...none }]);
  expect(said('R16', { report: { contact: { address: '云溪大道 1 号' } } })).toEqual([
    { ...report, ...hint, params: { problems: '缺少邮编；缺少电话', problemsEn: 'no postcode; no phone' } },
  ]);
  expect(said('R16', { report: { preamble: [{ type: 'paragraph', text: '引言。' }] } })).toMatchObject([hint]);
  expect(said('R16', {})).toEqual(skipped('hint', 'not_stated'));
});

describe('R18, R19, R20b, R83: sentences', () => {
  const place = { section: 'problems', block: 1, start: 3, end: 0 };
  const preamble = (text: string): Sample => ({ report: { preamble: [{ type: 'paragraph', text }] } });

  it('R18 names years at the head of sentences, and in the preamble', () => {
    const text = `${year - 1}年，全镇办件。`;
    const params = { quote: text, found: year - 1, year };
    expect(said('R18', { text: { problems: ['一。', `二。 ${text}`.replace(' ', '')] } })).toEqual([
      {
        ...{ ...section, ...explain, params, expected: year, actual: year - 1 },
        place: { ...place, start: 2, end: 2 + text.length },
      },
    ]);
    const titled = `现公布${year - 1}年政府信息公开工作年度报告。`;
    expect(said('R18', preamble(titled))).toEqual([
      { ...report, ...explain, params: { ...params, quote: '引言' }, expected: year, actual: year - 1 },
    ]);
    expect(said('R18', { ...preamble(titled.replace(`${year - 1}`, `${year}`)), ...overview('一。') })).toEqual(
      passed('explain', section),
    );
    expect(said('R18', {})).toEqual(skipped('explain', 'not_stated', section));
  });

  it('R19 quotes what is not finished', () => {
    expect(said('R19', { text: { problems: ['一。', '二三。全年收到件。'] } })).toEqual([
      { ...section, ...hint, place: { ...place, start: 3, end: 9 }, params: { quote: '全年收到件。' } },
    ]);
    expect(said('R19', overview('一。'))).toEqual(passed('hint', section));
    expect(said('R19', {})).toEqual(skipped('hint', 'not_stated', section));
  });

  it('R20b names whom a sentence or the preamble speaks of', () => {
    const name = '云溪县青原镇人民政府';
    expect(said('R20b', { text: { problems: ['一。', '二三。我局改进。'] } })).toEqual([
      {
        ...{ ...section, ...explain, place: { ...place, start: 3, end: 8 } },
        params: { quote: '我局改进。', found: '我局', name },
      },
    ]);
    expect(said('R20b', preamble(`云溪县水利局${year}年报告`))).toEqual([
      { ...report, ...explain, params: { quote: '引言', found: '县水利局', name } },
    ]);
    expect(said('R20b', preamble('引言。'))).toEqual(passed('explain', section));
    expect(said('R20b', overview('一。'))).toEqual(passed('explain', section));
    expect(said('R20b', {})).toEqual(skipped('explain', 'not_stated', section));
  });

  it('R83 shows personal numbers in part', () => {
    const params = { kind: '手机号码', kindEn: 'mobile number', found: '199…45' };
    expect(said('R83', { text: { problems: ['一。', '电话：19955501345'] } })).toEqual([
      { ...section, ...explain, place: { ...place, end: 14 }, params },
    ]);
    expect(said('R83', overview('一。'))).toEqual(passed('explain', section));
    expect(said('R83', {})).toEqual(skipped('explain', 'not_stated', section));
  });
});
