import { expect, it } from 'vitest';
import { valueText } from './value-text.ts';

it.each([
  [0, '0'],
  ['1.20', '1.20'],
  [null, '空白'],
  [{ na: '/' }, '/'],
])('shows %j as %s', (value, text) => {
  expect(valueText(value)).toBe(text);
});
