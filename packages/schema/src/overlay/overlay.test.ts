import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../catalogue/catalogue.ts';
import { checkFigures } from '../engine/check-figures.ts';
import { forms } from '../forms/registry.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { OverlayError, parseOverlay, withOverlay } from './overlay.ts';

const form = forms.at(-1)!;
const json = JSON.parse(readFileSync(new URL('../../examples/overlay.json', import.meta.url), 'utf8'));

describe('the example of a local overlay', () => {
  const overlay = parseOverlay(json);
  const { settings } = overlay;
  const local = withOverlay(form, overlay);

  it('brings an earlier deadline', () => {
    const context = { publication: { publishedOn: '2022-01-25' }, settings };
    const verdict = (settings: typeof context.settings) =>
      check(form, sampleReport(form, {}), { ...context, ...(settings ? { settings } : { settings: {} }) }).find(
        ({ rule }) => rule === 'R75',
      )?.verdict;
    expect([verdict(settings), verdict(undefined)]).toEqual(['fail', 'pass']);
  });

  it('brings a limit of length', () => {
    const report = sampleReport(form, { text: { overview: ['公'.repeat(1001)] } });
    expect(check(form, report, { settings: settings! }).find(({ rule }) => rule === 'R13')?.verdict).toBe('fail');
  });

  it('brings a rule of its own', () => {
    const report = sampleReport(local, { set: { 'requests.excessive.total': 3 } });
    const finding = checkFigures(local, report).find(({ rule }) => rule === 'L1');
    expect(finding).toMatchObject({ verdict: 'fail', severity: 'hint' });
    expect(finding!.message.zh).toContain('3');
  });
});

it.each([
  ['an unknown setting', { name: '某县', settings: { deadline: '01-20' } }],
  ['a rule without words', { name: '某县', rules: [{ id: 'L1', severity: 'hint' }] }],
  ['no object', 'L1'],
])('refuses %s', (_name, value) => {
  expect(() => parseOverlay(value)).toThrow(OverlayError);
});

it.each([
  ['a taken id', { id: 'R29' }],
  ['a misspelled key', { formula: { ...json.rules[0].formula, relation: { left: 'excesive', is: '<=', right: 0 } } }],
])('refuses a rule with %s', (_name, change) => {
  const overlay = parseOverlay({ ...json, rules: [{ ...json.rules[0], ...change }] });
  expect(() => withOverlay(form, overlay)).toThrow(OverlayError);
});
