import { forms, type Finding } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { nextCell, findFindingSection } from './finding-target.ts';

const finding: Finding = {
  rule: 'X1',
  verdict: 'fail',
  severity: 'block',
  scope: 'row',
  cells: ['a', 'b', 'total'],
  params: {},
  message: { zh: '', en: '' },
};

describe('the cell to which a finding links', () => {
  it('is its suspect, if it has one', () => {
    expect(nextCell({ ...finding, suspects: [{ cell: 'b', row: '', column: '', value: 1 }] }, undefined)).toBe('b');
  });

  it('is the total of a sum, and the first of the cells of a whole report', () => {
    expect(nextCell(finding, undefined)).toBe('total');
    expect(nextCell({ ...finding, scope: 'report' }, undefined)).toBe('a');
  });

  it('is the next of its cells if one of them is active, and the first after the last', () => {
    expect(nextCell(finding, 'a')).toBe('b');
    expect(nextCell(finding, 'total')).toBe('a');
    expect(nextCell(finding, 'elsewhere')).toBe('total');
  });

  it('is undefined for a finding without cells', () => {
    expect(nextCell({ ...finding, cells: [] }, undefined)).toBeUndefined();
  });
});

describe('the section of a finding', () => {
  const form = forms.at(-1)!;
  const keyOf = (changes: Partial<Finding>) => findFindingSection(form, { ...finding, cells: [], ...changes })?.key;

  it('is that of its text, its own, or that of its first cell', () => {
    expect(keyOf({ place: { section: 'overview', block: 0, start: 0, end: 1 } })).toBe('overview');
    expect(keyOf({ section: 'problems' })).toBe('problems');
    expect(keyOf({ cells: ['litigation.reconsideration.total'] })).toBe('litigation');
  });

  it('is undefined for a finding on the whole report', () => {
    expect(keyOf({ scope: 'report' })).toBeUndefined();
  });
});
