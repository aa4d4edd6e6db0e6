import { describe, expect, it } from 'vitest';
import { rulesOf } from '../catalogue/catalogue.ts';
import { forms } from '../forms/registry.ts';
import { runVector } from './samples.ts';

describe.each(forms)('rules of $id', (form) => {
  const rules = rulesOf(form);
  const cases = rules.flatMap((rule) => rule.vectors.map((vector) => ({ rule, vector, name: vector.name })));

  it.each(cases)('$rule.id: $name', ({ rule, vector }) => {
    expect(runVector(form, rule, vector)).toBe(vector.verdict);
  });

  it('have unique ids', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rules)('$id has a pass, a fail, and a skip or the reason why there is none', ({ vectors, neverSkips }) => {
    const verdicts = new Set(vectors.map(({ verdict }) => verdict));
    expect([verdicts.has('pass'), verdicts.has('fail')]).toEqual([true, true]);
    expect(verdicts.has('skip')).toBe(neverSkips === undefined);
  });

  it.each(rules)('$id is JSON but for its test, and has words in both languages', ({ test: _, ...rule }) => {
    expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
    for (const { zh, en } of [rule.title, rule.message]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toBe('');
    }
  });
});
