import { describe, expect, it } from 'vitest';
import type { Value } from '../report/value.ts';
import type { Instance, Sum } from './compile.ts';
import { evaluate } from './evaluate.ts';
import type { Comparison } from './formula.ts';
import { holds, compileProgram, residualsOf } from './program.ts';

const sum = (constant: number, ...terms: [index: number, factor: number, previous?: boolean][]): Sum => ({
  constant,
  terms: terms.map(([index, factor, previous = false]) => ({ index, factor, previous })),
});
const instance = (left: Sum, is: Comparison, right: Sum): Instance => ({
  left,
  is,
  right,
  cells: [],
  label: '',
  section: '',
  usesPrevious: [...left.terms, ...right.terms].some(({ previous }) => previous),
});
const against = (is: Comparison) => instance(sum(0, [0, 1]), is, sum(0, [1, 1]));
const across = instance(sum(1, [0, 2]), '=', sum(0, [1, 1, true]));

/** The same by the loop over flat figures. */
function verdict(one: Instance, values: readonly number[], previous: readonly number[] = []): boolean {
  const figures = Float64Array.from({ length: values.length * 2 }, (_, at) =>
    at < values.length ? values[at]! : (previous[at - values.length] ?? Number.NaN),
  );
  return holds(one.is, residualsOf(compileProgram([one], values.length), figures)[0]!);
}

describe('a relation between figures', () => {
  it.each<[Comparison, number, number, boolean]>([
    ['=', 2, 2, true],
    ['=', 2, 3, false],
    ['=', 3, 2, false],
    ['>=', 3, 2, true],
    ['>=', 2, 2, true],
    ['>=', 2, 3, false],
    ['<=', 2, 3, true],
    ['<=', 2, 2, true],
    ['<=', 3, 2, false],
  ])('a %s b with %i and %i: %s', (is, a, b, expected) => {
    expect(evaluate(against(is), [a, b])).toEqual({ holds: expected, left: a, right: b });
    expect(verdict(against(is), [a, b])).toBe(expected);
  });

  it('multiplies by its factors, adds its constants, and takes last year from last year', () => {
    expect(evaluate(across, [3, 100], [100, 7])).toEqual({ holds: true, left: 7, right: 7 });
    expect(verdict(across, [3, 100], [100, 7])).toBe(true);
    expect(verdict(across, [4, 100], [100, 7])).toBe(false);
  });

  it.each<[string, readonly Value[], readonly Value[] | undefined, string]>([
    ['a blank', [null, 1], [0, 0], 'blank_cells'],
    ['a cell that is not applicable', [{ na: '/' }, 1], [0, 0], 'blank_cells'],
    ['a decimal', ['1.5', 1], [0, 0], 'not_a_number'],
    ['no year before', [1, 1], undefined, 'no_previous_report'],
    ['a blank of the year before', [1, 1], [0, null], 'no_previous_figure'],
    ['a decimal of the year before', [1, 1], [0, '2'], 'no_previous_figure'],
    ['nothing at all', [], [0, 0], 'blank_cells'],
  ])('cannot be judged over %s', (_name, values, previous, reason) => {
    expect(evaluate(across, values, previous)).toEqual({ holds: undefined, reason });
  });

  it('gives the reason of the right side too', () => {
    expect(evaluate(against('='), [1, null])).toEqual({ holds: undefined, reason: 'blank_cells' });
  });

  it('needs no year before where it does not speak of it', () => {
    expect(evaluate(against('='), [1, 1])).toMatchObject({ holds: true });
  });
});

describe('many relations laid out for one loop', () => {
  it('keep apart', () => {
    const program = compileProgram([against('='), across, against('>=')], 2);
    expect([...residualsOf(program, Float64Array.of(3, 1, 0, 7))]).toEqual([2, 0, 2]);
    expect(program.comparisons).toEqual(['=', '=', '>=']);
  });

  it('leave no number where a figure is missing, and such a residual holds in none', () => {
    const [residual] = residualsOf(compileProgram([across], 2), Float64Array.of(3, 1, 0, Number.NaN));
    expect(residual).toBeNaN();
    for (const is of ['=', '>=', '<='] as const) expect(holds(is, Number.NaN)).toBe(false);
  });
});
