import { expect, it } from 'vitest';
import { similar } from './similar.ts';

const names = ['云溪县柳泉镇人民政府', '云溪县青原镇人民政府', '云溪县财政局'].map((name) => ({ name }));

it.each(['青源镇', '青源镇人民政府'])('finds the name intended by %s', (slip) => {
  expect(similar(names, slip, 1)).toEqual([{ name: '云溪县青原镇人民政府' }]);
});

it('finds nothing if names share little or nothing', () => {
  expect(similar(names, '县气象局', 5)).toEqual([]);
  expect(similar(names, '', 5)).toEqual([]);
});
