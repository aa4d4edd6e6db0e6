import { expect, it } from 'vitest';
import { isPlainEntry } from './clipboard-data.ts';

it.each(['12', ' 1,234 ', '1250件', '1263。47', '/', '无', '-5'])('leaves %j to the input', (text) => {
  expect(isPlainEntry({ text, html: '<table><tr><td>x' })).toBe(true);
});

it.each(['1\t2', '1 2', '1　2', '1\n2', ' - ', '—'])('does not leave %j to the input', (text) => {
  expect(isPlainEntry({ text, html: '' })).toBe(false);
});

it('handles html without text', () => {
  expect(isPlainEntry({ text: '', html: '<b>12</b>' })).toBe(false);
  expect(isPlainEntry({ text: '', html: '' })).toBe(true);
});
