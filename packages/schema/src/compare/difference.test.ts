import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import { withValue } from '../report/values.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { consistentReport, seeded } from '../testing/consistent.ts';
import { apply, difference } from './difference.ts';

const [earlier, later] = [forms[0]!, forms[1]!];

describe.each(forms)('difference within $id', (form) => {
  it('applied to the first report gives the figures of the second', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, two) => {
        const [a, b] = [consistentReport(form, seeded(one, 50)), consistentReport(form, seeded(two, 50))];
        expect(apply(a, difference(a, b)).tables).toEqual(b.tables);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps zero, blank and not applicable apart', () => {
    const zero = sampleReport(form, {});
    const [cell] = cellsOf(form);
    for (const value of [null, { na: '/' }])
      expect(difference(zero, withValue(form, zero, cell!.key, value)).changes).toEqual([
        { cell: cell!.key, before: 0, after: value },
      ]);
    expect(difference(zero, zero).changes).toEqual([]);
  });
});

describe('difference across forms', () => {
  const before = sampleReport(earlier, { set: { 'requests.otherHandling.total': 5, 'requests.received.total': 9 } });
  const after = sampleReport(later, {
    set: { 'requests.notCorrected.total': 2, 'requests.otherReasons.total': 3, 'requests.received.total': 12 },
  });

  it('adds up the rows that one was split into', () => {
    expect(difference(before, after).changes).toEqual([{ cell: 'requests.received.total', before: 9, after: 12 }]);
    const more = withValue(later, after, 'requests.feeUnpaid.total', 1);
    expect(difference(before, more).changes).toContainEqual({
      cell: 'requests.otherHandling.total',
      before: 5,
      after: 6,
    });
  });

  it('reads backwards too', () => {
    expect(difference(after, before).changes).toEqual([{ cell: 'requests.received.total', before: 12, after: 9 }]);
  });

  it('says which cells have no counterpart: rows that count otherwise since, and columns that are gone', () => {
    const { incomparable } = difference(before, after);
    expect(incomparable).toContain('disclosure.normativeDocuments.inForce');
    expect(incomparable).toContain('disclosure.licensing.change');
    expect(incomparable).not.toContain('disclosure.licensing.decisions');
    const compared = new Set(incomparable);
    expect(cellsOf(later).filter(({ key }) => key.startsWith('requests.') && compared.has(key))).toEqual([]);
  });
});
