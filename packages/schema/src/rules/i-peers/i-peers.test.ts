import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { cellsOf } from '../../layout/cells.ts';
import type { Value } from '../../report/value.ts';
import type { Sample, Vector } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';
import { spreadOf } from './spread.ts';

const form = forms.at(-1)!;
const received = 'requests.received.total';
const fee = 'disclosure.administrativeFees.amount';
const { code } = cellsOf(form).find(({ key }) => key === received)!;

const said = (id: string, sample: Omit<Vector, 'name' | 'verdict'>) => saidBy(form, id, sample);
const passed = [{ verdict: 'pass', severity: 'hint', scope: 'report', cells: [], params: {} }];
const skipped = [{ ...passed[0], verdict: 'skip', reason: 'no_peers' }];
/** So many peers, each of the values in turn. */
const peers = (key: string, ...values: Value[]): Sample[] =>
  values.map((value) => ({ set: { [key]: value }, times: 30 / values.length }));

describe('P1: a figure among those of peers', () => {
  const found = (actual: Value, ...others: Value[]) =>
    said('P1', { set: { [received]: actual }, peers: peers(received, ...others) });
  const far = (actual: number, median: number) => [
    {
      ...{ verdict: 'fail', severity: 'hint', scope: 'cell', cells: [received] },
      ...{ params: { code, actual, median }, expected: median, actual },
    },
  ];

  it('is far beyond five deviations, and not at them', () => {
    // The median of 20 and 30 in halves is 25, its deviation 5 times 1.4826: five of them reach to 62.065.
    expect(found(62, 20, 30)).toEqual(passed);
    expect(found(63, 20, 30)).toEqual(far(63, 25));
    // With these the deviation is 1.4826 exactly; a setting puts the limit on the figure itself.
    const limit = { deviations: 20 / 1.4826, least: 30, large: 20 };
    const at = (actual: number) =>
      said('P1', {
        ...{ set: { [received]: actual }, peers: peers(received, 29, 31) },
        context: { settings: { peers: limit } },
      });
    expect(at(50)).toEqual(passed);
    expect(at(51)).toEqual(far(51, 30));
  });

  it('may be far below too, unless it is small', () => {
    expect(found(20, 400, 410)).toEqual(far(20, 405));
    expect(found(19, 400, 410)).toEqual(passed);
  });

  it('is not judged where all peers have the same', () => {
    expect(found(900, 20)).toEqual(passed);
  });

  it('is held against whole numbers alone, of thirty peers at the least', () => {
    expect(found(null, 20, 30)).toEqual(passed);
    expect(found('不详', 20, 30)).toEqual(passed);
    expect(found(900, 20, 30, null)).toEqual(passed);
    expect(found(900, 20, 30, '不详')).toEqual(passed);
    expect(said('P1', { set: { [received]: 900 }, peers: peers(received, 20, 30).slice(1) })).toEqual(skipped);
    expect(said('P1', { set: { [received]: 900 } })).toEqual(skipped);
    const none = { least: 0, deviations: 5, large: 20 };
    expect(said('P1', { context: { settings: { peers: none } } })).toEqual(passed);
  });

  it('leaves amounts of money alone', () => {
    const amounts = said('P1', { set: { [fee]: '900' }, peers: peers(fee, '20', '30') });
    expect(amounts).toEqual(passed);
    expect(said('P1', { set: { [fee]: 900 }, peers: peers(fee, 20, 30) })).toEqual(passed);
  });
});

describe('P2: a zero among the figures of peers', () => {
  const found = (actual: Value, ...others: Value[]) =>
    said('P2', { set: { [received]: actual }, peers: peers(received, ...others) });
  const omitted = (least: number) => [
    { verdict: 'fail', severity: 'hint', scope: 'cell', cells: [received], params: { code, least }, actual: 0 },
  ];

  it('is odd where the least of them is large', () => {
    expect(found(0, 20, 30)).toEqual(omitted(20));
    expect(found(0, 30, 20)).toEqual(omitted(20));
    expect(found(0, 19, 30)).toEqual(passed);
    expect(found(1, 20, 30)).toEqual(passed);
    expect(found(null, 20, 30)).toEqual(passed);
  });

  it('is held against whole numbers alone, of thirty peers at the least', () => {
    expect(found(0, 20, 30, null)).toEqual(passed);
    expect(found(0, 20, 30, '不详')).toEqual(passed);
    expect(said('P2', { peers: peers(received, 20, 30).slice(1) })).toEqual(skipped);
    expect(said('P2', {})).toEqual(skipped);
    const none = { least: 0, deviations: 5, large: 20 };
    expect(said('P2', { set: { [received]: 1 }, context: { settings: { peers: none } } })).not.toEqual(skipped);
  });

  it('leaves amounts of money alone', () => {
    expect(said('P2', { set: { [fee]: 0 }, peers: peers(fee, 20, 30) })).toEqual(passed);
  });
});

describe('P3: nothing but zeros after a year with figures', () => {
  it('looks at every figure of both years', () => {
    const previous = { set: { [received]: 3 } };
    expect(said('P3', { previous })).toMatchObject([{ verdict: 'fail' }]);
    expect(said('P3', { set: { [received]: null }, previous })).toMatchObject([{ verdict: 'fail' }]);
    expect(said('P3', { set: { [received]: 1 }, previous })).toEqual(passed);
    expect(said('P3', { previous: { set: { [received]: null } } })).toEqual(passed);
  });
});

describe('median and deviation', () => {
  it('are those of the middle, in whatever order, one or two', () => {
    expect(spreadOf([9, 1, 100])).toEqual({ median: 9, deviation: 1.4826 * 8 });
    expect(spreadOf([100, 1, 9, 11])).toEqual({ median: 10, deviation: 1.4826 * 5 });
    expect(spreadOf([7])).toEqual({ median: 7, deviation: 0 });
    expect(() => spreadOf([])).toThrow(new RangeError('no numbers'));
  });
});
