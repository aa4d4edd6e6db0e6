import { expect, it } from 'vitest';
import { memoizeWeak } from './memoize-weak.ts';

it('computes once for each object, an undefined result too', () => {
  const asked: object[] = [];
  const compute = memoizeWeak((key: { readonly value?: number }) => {
    asked.push(key);
    return key.value;
  });
  const [first, second] = [{ value: 1 }, {}];
  expect([compute(first), compute(first), compute(second), compute(second), compute({})]).toEqual([
    1,
    1,
    undefined,
    undefined,
    undefined,
  ]);
  expect(asked).toHaveLength(3);
});

it('computes again after an error', () => {
  let calls = 0;
  const key = {};
  const compute = memoizeWeak(() => {
    calls++;
    if (calls === 1) throw new RangeError('not yet');
    return calls;
  });
  expect(() => compute(key)).toThrow(RangeError);
  expect(compute(key)).toBe(2);
});
