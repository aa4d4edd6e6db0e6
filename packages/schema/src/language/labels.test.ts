import { expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { labelsAsFound } from './labels.ts';

const form = forms.at(-1)!;
const lines = Object.entries(form.tables).flatMap(([table, { blocks }]) =>
  blocks.flatMap(({ rows, columns }) => [
    ...rows.map((line) => ({ key: `${table}.${line.key}`, line })),
    ...columns.map((line) => ({ key: `${table}.*.${line.key}`, line })),
  ]),
);
const found = (labels: Record<string, string>) => labelsAsFound(form, { labels });

it('finds nothing where the words are the official ones, blanks, brackets and quotes apart', () => {
  expect(labelsAsFound(form, {})).toEqual([]);
  for (const { key, line } of lines) {
    expect(found({ [key]: line.label })).toEqual([]);
    expect(found({ [key]: [...line.label].join(' ') })).toEqual([]);
    expect(found({ [key]: line.label.replaceAll('（', '(').replaceAll('）', ')') })).toEqual([]);
    expect(found({ [key]: `“${line.label}”` })).toEqual([]);
    for (const quote of ['"', "'", '‘', '’']) expect(found({ [key]: quote + line.label })).toEqual([]);
  }
});

it('takes numbers with any stop after them', () => {
  const numbered = lines.filter(({ line }) => /^\d+[.．、]/.test(line.label));
  expect(numbered.length).toBeGreaterThan(0);
  for (const { key, line } of numbered)
    for (const stop of ['、', '.', ',', '．', '，'])
      expect(found({ [key]: line.label.replace(/^(\d+)./, `$1${stop}`) })).toEqual([]);
});

it('tells other words for a row or column, known ones apart', () => {
  const aliased = lines.filter(({ line }) => line.aliases?.length);
  expect(aliased.length).toBeGreaterThan(0);
  for (const { key, line } of aliased)
    for (const alias of line.aliases!)
      expect(found({ [key]: alias })).toEqual([{ key, official: line.label, found: alias, known: true }]);
  const { key, line } = lines[0]!;
  expect(found({ [key]: '别的' })).toEqual([{ key, official: line.label, found: '别的', known: false }]);
  expect(found({ [key]: `${line.label}2、` })).toMatchObject([{ known: false }]);
});

it('passes over keys that name no row or column', () => {
  expect(found({ overview: '概述', 'requests.nobody': '别的' })).toEqual([]);
});
