import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { cellsOf } from '../../layout/cells.ts';
import type { Vector } from '../../engine/vector.ts';
import { failed, onReport, onAllOf, passed, skipped } from '../../testing/outcomes.ts';
import { saidBy } from '../../testing/said.ts';

const form = forms.at(-1)!;
const year = form.years.from;
const said = (id: string, sample: Omit<Vector, 'name' | 'verdict'>) => saidBy(form, id, sample);

describe('R1: sections', () => {
  const titles = form.sections.map(({ number, title }) => `${number}、${title}`).join('；');
  const problem = (zh: string, en: string) => ({ ...failed('block'), params: { problem: zh, problemEn: en, titles } });
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
    { ...onReport, verdict: 'pass', severity: 'block', params: { title: spaced, expected }, expected, actual: spaced },
  ]);
  expect(titled('年报')).toEqual([
    { ...failed('block'), params: { title: '年报', expected }, expected, actual: '年报' },
  ]);
});

it('R3: a period is the whole year', () => {
  const of = (from: string, to: string) => said('R3', { report: { period: { from, to } } });
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  expect(of(from, to)).toEqual([{ ...onReport, verdict: 'pass', severity: 'explain', params: { from, to, year } }]);
  const late = `${year}-02-01`;
  expect(of(late, to)).toEqual([{ ...failed('explain'), params: { from: late, to, year } }]);
  expect(of(from, late)).toMatchObject([{ verdict: 'fail' }]);
  const blank = said('R3', { report: { period: undefined as never } });
  expect(blank).toEqual(skipped('explain', 'not_stated'));
});

describe('R9 and R14b: words of the tables', () => {
  const found = (id: string, asFound: object) => said(id, { report: { asFound } });
  const table = { ...onReport, scope: 'table' };
  const problem = (zh: string, en: string) => ({ ...failed('block', table), params: { problem: zh, problemEn: en } });
  const cellsAt = (part: (cell: ReturnType<typeof cellsOf>[number]) => boolean) =>
    cellsOf(form)
      .filter(part)
      .map(({ key }) => key);

  it('R9 names in one finding a table what it lacks and words otherwise, and in one the rows too many', () => {
    expect(found('R9', { extraRows: ['行政检查', '行政确认'] })).toEqual([
      problem('表格多了官方格式没有的“行政检查”、“行政确认”', 'rows that are not in the form: 行政检查, 行政确认'),
    ]);
    expect(found('R9', { missingRows: ['2.重复申请'] })).toEqual(found('R9', { missingRows: ['requests.repeated'] }));
    const missing = ['requests.repeated', 'requests.complaints', 'disclosure.licensing'];
    expect(found('R9', { missingRows: missing, labels: { 'disclosure.penalties': '行政确认' } })).toEqual([
      problem(
        '第二部分“主动公开政府信息情况”的表格缺少“行政许可”，“行政处罚”写成了“行政确认”',
        'the table of section 二 lacks 行政许可, words 行政处罚 as 行政确认',
      ),
      problem(
        '第三部分“收到和处理政府信息公开申请情况”的表格缺少“1.信访举报投诉类申请”、“2.重复申请”',
        'the table of section 三 lacks 1.信访举报投诉类申请, 2.重复申请',
      ),
    ]);
  });

  it('R9 says of a table that is gone that it is, in official words', () => {
    const all = cellsOf(form).map(({ table, row }) => `${table}.${row.key}`);
    const said = found('R9', { missingRows: [...new Set(all)] });
    expect(said.map(({ params }) => params.problem)).toEqual([
      '第二部分“主动公开政府信息情况”的表格没有读到',
      '第三部分“收到和处理政府信息公开申请情况”的表格没有读到',
      '第四部分“政府信息公开行政复议、行政诉讼情况”的表格没有读到',
    ]);
  });

  it('R9 passes words that are known, and skips a report without a source', () => {
    expect(found('R9', { extraRows: [], labels: { 'requests.*.total': '合计' } })).toEqual(passed('block', table));
    expect(said('R9', {})).toEqual(skipped('block', 'no_source_labels', table));
  });

  it('R14b gives a row or column known by other words with all its cells', () => {
    expect(found('R14b', { labels: { 'disclosure.normativeDocuments': '规范性文件' } })).toEqual([
      {
        ...{ verdict: 'fail', severity: 'hint' },
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
    const params = { official: other.title, found: alias };
    expect(found('R14b', { labels: { [other.key]: alias } })).toEqual([
      { ...failed('hint', onAllOf(other.key)), params, expected: other.title, actual: alias },
    ]);
    expect(found('R14b', { labels: { [other.key]: '经验与体会' } })).toEqual(passed('hint'));
    expect(said('R14b', {})).toEqual(skipped('hint', 'no_source_labels'));
  });
});
