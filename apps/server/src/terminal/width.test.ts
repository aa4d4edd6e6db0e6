import { expect, it } from 'vitest';
import { padTo, widthOf, wrap } from './width.ts';

it('counts Chinese as two columns', () => {
  expect(widthOf('R10 三.（三）1.总计')).toBe(3 + 1 + 2 + 1 + 2 * 3 + 1 + 1 + 4);
});

it('fills up to a width', () => {
  expect(padTo('总计', 6)).toBe('总计  ');
  expect(padTo('总计', 2)).toBe('总计');
});

it('breaks lines by width, never before a closing mark', () => {
  expect(wrap('一二三四五', 4)).toEqual(['一二', '三四', '五']);
  expect(wrap('一二，三', 4)).toEqual(['一二，', '三']);
  expect(wrap('', 4)).toEqual(['']);
});
