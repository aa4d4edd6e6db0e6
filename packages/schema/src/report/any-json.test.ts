import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { check } from '../catalogue/catalogue.ts';
import { checkLine } from '../catalogue/many.ts';
import { forms } from '../forms/registry.ts';
import { consistentReport, seeded } from '../testing/consistent.ts';
import { parseReport } from '../forms/parse-report.ts';
import type { ParseResult } from './parse-as.ts';
import { limits } from './limits.ts';

// Made-up values are many, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** Whether it is a report, or a list of errors that a program and a person can use. */
function expectTyped(result: ParseResult): void {
  if (result.ok) return;
  expect(result.errors.length).toBeGreaterThan(0);
  for (const { path, code, message } of result.errors) {
    for (const step of path) expect(['string', 'number']).toContain(typeof step);
    expect(code).toMatch(/^[a-z_]+$/);
    expect(message).toMatch(/\p{Script=Han}/u);
  }
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place in a JSON, as steps from its root. */
function* placesIn(json: Json, path: (string | number)[] = []): Generator<(string | number)[]> {
  yield path;
  if (Array.isArray(json)) for (const [at, item] of json.entries()) yield* placesIn(item, [...path, at]);
  else if (json !== null && typeof json === 'object')
    for (const [key, value] of Object.entries(json)) yield* placesIn(value, [...path, key]);
}

function put(json: Json, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  const copy = Array.isArray(json) ? [...json] : { ...(json as object) };
  const inner = (json as Record<string | number, Json>)[step]!;
  return Object.assign(copy, { [step]: put(inner, rest, value) });
}

const many = (length: number, item: object) => Array.from({ length }, () => item);
const namesOf = (count: number, value: Json) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, value]));

it('any value at all gives a list of errors, no exception', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), (value) => {
      expectTyped(parseReport(value));
    }),
    { numRuns: 200 },
  );
});

it('any text as a line of a file gives a list of errors, no exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      const checked = checkLine(text);
      if (!checked.ok) expectTyped(checked);
    }),
    { numRuns: 100 },
  );
});

describe.each(forms)('a report in $id', (form) => {
  const report = {
    ...consistentReport(form, seeded(11, 9)),
    preamble: [{ type: 'paragraph', text: '本报告根据条例编制。' }],
    contact: { phone: '0000-00000000' },
    explanations: [{ rule: 'R60', cells: { 'requests.carriedIn.total': 2 }, text: '上年漏报。' }],
    origin: { type: 'archived', source: { file: '甲.docx' } },
    asFound: { labels: {}, extraRows: [], missingRows: [] },
  } as unknown as Json;
  const places = [...placesIn(report)];
  const objects = places.filter((path) => {
    const value = path.reduce<Json>((inner, step) => (inner as Record<string | number, Json>)[step]!, report);
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  });

  it('is one', () => {
    expect(parseReport(report).ok).toBe(true);
  });

  it('with anything put anywhere is either one, which can be checked, or gives errors', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.oneof(fc.anything(), fc.jsonValue()), (path, value) => {
        const parsed = parseReport(put(report, path, value));
        expectTyped(parsed);
        expect(parsed.ok ? check(form, parsed.report) : parsed.errors).not.toHaveLength(0);
      }),
      { numRuns: 150 },
    );
  });

  it('with a field of its own is refused by the name of the field, wherever it stands', () => {
    // Cells of an explanation and labels found are named by their keys: any key may stand there.
    const open = new Set(['explanations.0.cells', 'asFound.labels', 'tableNotes']);
    for (const path of objects) {
      if (open.has(path.join('.'))) continue;
      const parsed = parseReport(put(report, [...path, 'strange'], 1));
      expect(parsed.ok ? [] : parsed.errors.map(({ path, message }) => [path, message])).toContainEqual([
        path,
        '不认识的字段：strange',
      ]);
    }
  });

  it('without one of its fields says which', () => {
    for (const path of places) {
      const last = path.at(-1);
      if (typeof last !== 'string' || ['contact', 'explanations', 'origin', 'asFound'].includes(String(path[0])))
        continue;
      if (last === 'period') continue;
      const parsed = parseReport(put(report, path, undefined));
      expect(parsed.ok ? ['accepted', path] : parsed.errors.map((error) => error.path.join('.'))).toContainEqual(
        path.join('.'),
      );
    }
  });

  it.each([
    ['a paragraph', ['preamble', 0, 'text'], 'x'.repeat(limits.paragraph + 1)],
    ['a title', ['title'], 'x'.repeat(limits.line + 1)],
    ['a section', ['sections', 0, 'blocks'], many(limits.blocks + 1, { type: 'paragraph', text: '' })],
    ['a list of sections', ['sections'], many(limits.sections + 1, { key: form.sections[0]!.key, blocks: [] })],
    ['a list of explanations', ['explanations'], many(limits.explanations + 1, { rule: 'R1', cells: {}, text: '' })],
    ['cells of an explanation', ['explanations', 0, 'cells'], namesOf(limits.rows + 1, 0)],
    ['labels as found', ['asFound', 'labels'], namesOf(limits.rows + 1, '甲')],
  ] as const)('with %s above its limit is refused with the limit', (_name, path, value) => {
    const parsed = parseReport(put(report, path, value));
    expect(parsed.ok ? [] : parsed.errors.map((error) => [error.path, error.message])).toContainEqual([
      path,
      expect.stringMatching(/^不能(?:超过|大于) \d+/),
    ]);
  });
});
