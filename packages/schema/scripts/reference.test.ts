import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulesOf } from '../src/catalogue/catalogue.ts';
import { forms } from '../src/forms/registry.ts';
import { referencePages } from './reference.ts';

const pages = [...referencePages()];

it.each(pages)('docs/reference/%s is what rules and forms say today', (name, text) => {
  expect(readFileSync(new URL(`../../../docs/reference/${name}`, import.meta.url), 'utf8')).toBe(text);
});

it('describes every rule', () => {
  const [, rules] = pages.find(([name]) => name === 'rules.md')!;
  for (const { id } of forms.flatMap(rulesOf)) expect(rules).toContain(`### ${id} `);
});
