import { expect, it } from 'vitest';
import { UnionFind } from '../geometry/union-find.ts';
import { rectangles } from './rectangles.ts';

/** The fields of a grid as letters: fields with the same letter form a group. */
function groupsOf(rows: readonly string[]): ReturnType<typeof rectangles> {
  const letters = [...rows.join('')];
  const groups = new UnionFind(letters.length);
  letters.forEach((letter, at) => groups.join(letters.indexOf(letter), at));
  return rectangles(groups, rows.length, rows[0]!.length);
}

it('takes a rectangle as it is', () => {
  expect(groupsOf(['aab', 'aac'])).toEqual([
    { top: 0, bottom: 1, left: 0, right: 1 },
    { top: 0, bottom: 0, left: 2, right: 2 },
    { top: 1, bottom: 1, left: 2, right: 2 },
  ]);
});

it('takes a group that is no rectangle row by row, so that no figure leaves its row', () => {
  expect(groupsOf(['aba', 'aaa'])).toEqual([
    { top: 0, bottom: 0, left: 0, right: 0 },
    { top: 0, bottom: 0, left: 2, right: 2 },
    { top: 1, bottom: 1, left: 0, right: 2 },
    { top: 0, bottom: 0, left: 1, right: 1 },
  ]);
});
