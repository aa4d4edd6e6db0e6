import { describe, expect, it } from 'vitest';
import { rulesOf } from './catalogue.ts';
import { skipReasons } from '../engine/reasons.ts';
import { forms } from '../forms/registry.ts';
import { findCell } from '../layout/cells.ts';
import { judgeVector, runVector } from './run-vector.ts';
import type { Scope, Verdict } from '../engine/rule.ts';

const verdicts: readonly Verdict[] = ['pass', 'fail', 'skip'];
const scopes: readonly Scope[] = ['report', 'section', 'table', 'row', 'column', 'cell'];

describe.each(forms)('rules of $id', (form) => {
  const rules = rulesOf(form);
  const cases = rules.flatMap((rule) => rule.vectors.map((vector) => ({ rule, vector, name: vector.name })));

  it.each(cases)('$rule.id: $name', ({ rule, vector }) => {
    expect(runVector(form, rule, vector)).toBe(vector.verdict);
  });

  it.each(cases)('$rule.id is plain in its findings on: $name', ({ rule, vector }) => {
    for (const { verdict, scope, section, cells, reason, message } of judgeVector(form, rule, vector)) {
      expect(verdicts).toContain(verdict);
      expect(scopes).toContain(scope);
      expect([undefined, ...form.sections.map(({ key }) => key)]).toContain(section);
      for (const key of cells) expect(findCell(form, key)?.key).toBe(key);
      expect(Object.keys(skipReasons).includes(reason!)).toBe(verdict === 'skip');
      // No name of a value is left standing, and none has no value.
      // A Chinese sentence gives days in words, and ends with one full stop.
      expect(message.zh).not.toMatch(/\d{4}-\d{2}-\d{2}|[。！？]”?。/);
      for (const words of [message.zh, message.en]) expect(words).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
    }
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
