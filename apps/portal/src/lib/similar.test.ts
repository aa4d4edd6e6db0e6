import { expect, it } from 'vitest';
import { similar } from './similar.ts';

const names = ['云溪县青原镇人民政府', '云溪县青石乡人民政府', '云溪县财政局'].map((name) => ({ name }));

it('finds the name that was meant by a slip', () => {
  expect(similar(names, '青源镇人民政府', 1)).toEqual([{ name: '云溪县青原镇人民政府' }]);
});

it('finds nothing where nothing is shared', () => {
  expect(similar(names, '气象', 5)).toEqual([]);
  expect(similar(names, '', 5)).toEqual([]);
});
