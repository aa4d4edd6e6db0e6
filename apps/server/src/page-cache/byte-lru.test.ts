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

it('knows which was used last, however often and in whatever order', () => {
  const cache = new ByteLru<number>(9);
  for (const [at, key] of ['a', 'b', 'c'].entries()) cache.set(key, at, 3);
  for (const key of ['a', 'a', 'c', 'b', 'b', 'a']) cache.get(key);
  cache.set('d', 3, 3);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([0, 1, undefined, 3]);
  cache.set('e', 4, 10);
  cache.set('d', 5, 10);
  cache.set('f', 6, 3);
  expect(['a', 'b', 'd', 'e', 'f'].map((key) => cache.get(key))).toEqual([0, 1, undefined, undefined, 6]);
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
