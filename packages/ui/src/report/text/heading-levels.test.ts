import { expect, it } from 'vitest';
import { headingLevels } from './heading-levels.ts';

const heading = (level: number) => ({ type: 'heading', level, text: '小标题' }) as const;

it('removes gaps between the levels of a source', () => {
  const levels = headingLevels([heading(4), heading(2), { type: 'paragraph', text: '正文' }, heading(4)], 3);
  expect([...levels]).toEqual([
    [2, 3],
    [4, 4],
  ]);
});

it('uses no level deeper than HTML allows', () => {
  expect(headingLevels([1, 2, 3, 4, 5].map(heading), 3).get(5)).toBe(6);
});
