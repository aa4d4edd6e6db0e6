import { expect, it } from 'vitest';
import { matchAgency } from './match-agency.ts';

const agencies = ['云溪县人民政府', '云溪县人民政府办公室', '云溪县青原镇人民政府', '云溪县水务局'].map((name) => ({
  name,
}));

it.each([
  ['云溪县水务局', '云溪县水务局'],
  ['云溪县 水务局', '云溪县水务局'],
  ['云溪县人民政府', '云溪县人民政府'],
  ['青原镇人民政府', '云溪县青原镇人民政府'],
  ['某市云溪县水务局', '云溪县水务局'],
])('“%s” is %s', (found, name) => {
  expect(matchAgency(found, agencies)?.name).toBe(name);
});

it.each(['', '人民政府', '宝清县水务局', '云溪县'])('“%s” matches no agency', (found) => {
  expect(matchAgency(found, agencies)).toBeUndefined();
});
