import { expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { runVector } from '../catalogue/run-vector.ts';
import type { Rule } from '../engine/rule.ts';
import { dataFiles } from './data-files.ts';

const files = new Map([...dataFiles()].map(([name, content]) => [name, JSON.parse(JSON.stringify(content))]));

it('are a schema, a layout and the rules of each form', () => {
  expect([...files.keys()].toSorted()).toEqual(
    forms.flatMap(({ id }) => [`${id}.layout.json`, `${id}.rules.json`, `${id}.schema.json`]).toSorted(),
  );
});

it.each(forms)('hold formulas of $id that another program can compute by', (form) => {
  const { rules } = files.get(`${form.id}.rules.json`) as { rules: Rule[] };
  const formulas = rules.filter(({ formula }) => formula);
  expect(formulas.length).toBeGreaterThan(10);
  for (const rule of formulas)
    for (const vector of rule.vectors)
      expect([rule.id, vector.name, runVector(form, rule, vector)]).toEqual([rule.id, vector.name, vector.verdict]);
});

it('hold every cell with its frozen ordinal', () => {
  for (const { id } of forms) {
    const { cells } = files.get(`${id}.layout.json`) as { cells: { ordinal: number }[] };
    expect(cells.map(({ ordinal }) => ordinal)).toEqual(cells.map((_, at) => at + 1));
  }
});
