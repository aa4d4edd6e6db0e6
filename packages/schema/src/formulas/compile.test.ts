import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellOf } from '../layout/cells.ts';
import { compile, factorOf } from './compile.ts';
import { eachColumn, eachRow, type Formula, type Relation } from './formula.ts';

const form = forms.at(-1)!;
const equal = (left: Relation['left'], right: Relation['right']): Relation => ({ left, is: '=', right });
const index = (key: string) => cellOf(form, key).ordinal - 1;

describe('a formula laid onto the form', () => {
  it('holds in every column, its cells in official order under the label of the column', () => {
    const instances = compile(form, eachColumn(form, 'requests', equal('total', { sum: ['granted', 'received'] })));
    expect(instances.map(({ label }) => label)).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ]);
    expect(instances[0]).toMatchObject({ section: '三', is: '=', usesPrevious: false });
    expect(instances[0]!.cells.map(({ key }) => key)).toEqual([
      'requests.received.naturalPersons',
      'requests.granted.naturalPersons',
      'requests.total.naturalPersons',
    ]);
  });

  it('holds in the columns named, and in those rows', () => {
    const columns = compile(form, eachColumn(form, 'requests', equal('total', 0), ['total']));
    expect(columns.map(({ cells }) => cells.map(({ key }) => key))).toEqual([['requests.total.total']]);
    const rows = compile(form, eachRow(form, 'litigation', ['reconsideration'], equal('total', 'pending')));
    expect(rows.map(({ label, section }) => [label, section])).toEqual([['行政复议', '四']]);
  });

  it('turns differences, multiples and constants into one sum a side', () => {
    const relation = equal(
      { minus: [{ times: [3, { sum: ['total', 2] }] }, { minus: ['granted', 5] }] },
      { times: [2, { previous: 'received' }] },
    );
    const [{ left, right, cells, usesPrevious }] = compile(form, eachColumn(form, 'requests', relation)) as [
      ReturnType<typeof compile>[number],
    ];
    expect(left).toEqual({
      terms: [
        { index: index('requests.total.naturalPersons'), factor: 3, previous: false },
        { index: index('requests.granted.naturalPersons'), factor: -1, previous: false },
      ],
      constant: 3 * 2 + 5,
    });
    expect(right).toEqual({
      terms: [{ index: index('requests.received.naturalPersons'), factor: 2, previous: true }],
      constant: 0,
    });
    expect(usesPrevious).toBe(true);
    // A figure of last year is none of the cells that it speaks of.
    expect(cells.map(({ key }) => key)).toEqual(['requests.granted.naturalPersons', 'requests.total.naturalPersons']);
  });

  it('counts how often a cell stands on the left more than on the right', () => {
    const relation = equal({ sum: ['total', { times: [4, 'granted'] }] }, { sum: ['granted', { previous: 'total' }] });
    const [instance] = compile(form, eachColumn(form, 'requests', relation));
    const factor = (row: string) => factorOf(instance!, cellOf(form, `requests.${row}.naturalPersons`));
    expect(['total', 'granted', 'received'].map(factor)).toEqual([1, 3, 0]);
  });

  it('speaks of last year where either side does', () => {
    const relation = equal({ previous: 'total' }, 'total');
    expect(compile(form, eachColumn(form, 'requests', relation))[0]!.usesPrevious).toBe(true);
  });

  it.each<[string, Formula]>([
    ['row requests.none', { table: 'requests', each: 'row', rows: ['none'], relation: equal('total', 0) }],
    ['column requests.none', { table: 'requests', each: 'column', columns: ['none'], relation: equal('total', 0) }],
    ['cell requests.none.total', { table: 'requests', each: 'column', columns: ['total'], relation: equal('none', 0) }],
    ['table none', { table: 'none', each: 'column', relation: equal('total', 0) }],
  ])('is refused for a %s that the form lacks', (name, formula) => {
    expect(() => compile(form, formula)).toThrow(`${form.id} has no ${name}`);
    expect(() => compile(form, formula)).toThrow(RangeError);
  });
});
