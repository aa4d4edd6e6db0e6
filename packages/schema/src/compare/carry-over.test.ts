import { describe, expect, it } from 'vitest';
import { checkFigures } from '../engine/check-figures.ts';
import { failures } from '../engine/failures.ts';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import { withValue } from '../report/values.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { consistentReport, seeded } from '../testing/consistent.ts';
import { carriedOver } from './carry-over.ts';

const [earlier, later] = [forms[0]!, forms[1]!];
const carriedIn = (form: typeof earlier) => cellsOf(form).filter(({ key }) => key.startsWith('requests.carriedIn.'));

describe.each(forms)('carried over into $id', (form) => {
  const previous = consistentReport(form, seeded(7, 9));

  it('is last year’s rest in all seven columns', () => {
    const carried = carriedOver(form, { previous });
    const columns = carriedIn(form);
    expect(columns).toHaveLength(7);
    for (const { key } of columns)
      expect(carried.get(key)).toBe(previous.tables['requests']!['carriedOut']![key.split('.')[2]!]);
  });

  it('is what the rules across years ask for', () => {
    const blank = sampleReport(form, {});
    const filled = [...carriedOver(form, { previous })].reduce(
      (report, [cell, value]) => withValue(form, report, cell, value),
      blank,
    );
    const rulesOf = (report: typeof blank) =>
      failures(checkFigures(form, report, { previous })).map(({ rule }) => rule);
    expect(rulesOf(blank)).toContain('R60');
    expect(rulesOf(filled)).not.toContain('R60');
    expect(rulesOf(filled)).not.toContain('R63');
  });

  it('is nothing without last year’s report, and nothing of cells that it left open', () => {
    expect(carriedOver(form, {}).size).toBe(0);
    const open = withValue(form, previous, 'requests.carriedOut.total', null);
    expect(carriedOver(form, { previous: open }).has('requests.carriedIn.total')).toBe(false);
    expect(carriedOver(form, { previous: open }).size).toBe(carriedOver(form, { previous }).size - 1);
  });
});

it('in the first form, last year’s items with their change make this year’s items of last year', () => {
  const previous = sampleReport(earlier, {
    set: { 'disclosure.licensing.previousItems': 78, 'disclosure.licensing.change': 52 },
  });
  expect(carriedOver(earlier, { previous }).get('disclosure.licensing.previousItems')).toBe(130);
});

it('crosses from one form to the next where the rows are the same', () => {
  const previous = sampleReport(earlier, { set: { 'requests.carriedOut.naturalPersons': 4 } });
  const carried = carriedOver(later, { previous });
  expect(carried.get('requests.carriedIn.naturalPersons')).toBe(4);
  expect([...carried.keys()].sort()).toEqual(
    carriedIn(later)
      .map(({ key }) => key)
      .sort(),
  );
});

it('is the sum over the bodies that a body was merged from', () => {
  const predecessors = [2, 3].map((rest) => sampleReport(later, { set: { 'requests.carriedOut.total': rest } }));
  expect(carriedOver(later, { predecessors }).get('requests.carriedIn.total')).toBe(5);
});
