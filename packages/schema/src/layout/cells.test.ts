import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellOf, cellsOf } from './cells.ts';

describe.each(forms)('cells of $id', (form) => {
  const cells = cellsOf(form);

  it('keep their ordinals, keys and codes for ever', () => {
    const golden = readFileSync(new URL(`../../golden/${form.id}.cells.csv`, import.meta.url), 'utf8');
    const lines = cells.map(({ ordinal, key, code }) => `${ordinal},${key},${code}`);
    expect(['ordinal,key,code', ...lines].join('\n') + '\n').toBe(golden);
  });

  it('are found by key and by official code, and neither is used twice', () => {
    expect(new Set(cells.map(({ key }) => key)).size).toBe(cells.length);
    expect(new Set(cells.map(({ code }) => code)).size).toBe(cells.length);
    for (const cell of cells) {
      expect(cellOf(form, cell.key)).toBe(cell);
      expect(cellOf(form, cell.code)).toBe(cell);
    }
  });
});

it('counts 198 cells in 2019 and 200 since 2021', () => {
  expect(forms.map((form) => cellsOf(form).length)).toEqual([198, 200]);
});

it('refuses a key that the form lacks', () => {
  expect(() => cellOf(forms[0]!, 'requests.received.nobody')).toThrow(RangeError);
});
