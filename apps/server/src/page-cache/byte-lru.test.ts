import { expect, it } from 'vitest';
import { ByteLru } from './byte-lru.ts';

it('forgets what was not used for longest once its bytes exceed the limit', () => {
  const cache = new ByteLru<number>(10);
  cache.set('a', 1, 4);
  cache.set('b', 2, 4);
  expect(cache.get('a')).toBe(1);
  cache.set('c', 3, 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
});

it('counts a replaced value once', () => {
  const cache = new ByteLru<number>(10);
  cache.set('a', 1, 6);
  cache.set('a', 2, 6);
  cache.set('b', 3, 4);
  expect([cache.get('a'), cache.get('b')]).toEqual([2, 3]);
});

it('does not drive everything out for a value that can never fit', () => {
  const cache = new ByteLru<number>(10);
  cache.set('a', 1, 6);
  cache.set('b', 2, 11);
  expect([cache.get('a'), cache.get('b')]).toEqual([1, undefined]);
});

it('is empty once cleared, with all its room again', () => {
  const cache = new ByteLru<number>(10);
  cache.set('a', 1, 10);
  cache.clear();
  cache.set('b', 2, 10);
  expect([cache.get('a'), cache.get('b')]).toEqual([undefined, 2]);
});
