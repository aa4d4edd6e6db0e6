import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { englishOf } from './english.ts';
import { forms } from './registry.ts';

it('holds every folder of a form, with its catalogue, vocabulary and English labels', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(forms.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  for (const { id, contextRules, vocabulary } of forms) {
    expect(contextRules.length).toBeGreaterThan(0);
    expect(vocabulary.terms.length).toBeGreaterThan(0);
    expect(englishOf(id).title).not.toBe('');
  }
});

it('names each form after the year from which it holds, without gap or overlap', () => {
  for (const [at, form] of forms.entries()) {
    expect(form.id).toBe(`form-${form.years.from}`);
    expect(form.years.to).toBe(forms[at + 1] && forms[at + 1]!.years.from - 1);
    expect(form.lineage?.previous).toBe(forms[at - 1]?.id);
  }
});
