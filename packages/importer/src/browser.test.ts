import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** All modules that a module imports, except dynamic imports. */
function importsOf(file: URL, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file.href)) return seen;
  const source = readFileSync(file, 'utf8');
  seen.set(file.href, source);
  for (const [, name] of source.matchAll(/^(?:import|export)\s(?:[^;]*?\sfrom\s)?'([^']+)'/gmu)) {
    const target = new URL(name!, file);
    if (name!.startsWith('.') && existsSync(target)) importsOf(target, seen);
    else seen.set(name!, '');
  }
  return seen;
}

const libraries = new Set(['@gongkai/schema', '@e965/xlsx', 'csv-parse/browser/esm/sync', 'fflate', 'parse5', 'saxes']);

it.each([
  'index',
  'read/text/read-text',
  'read/html/read-html',
  'read/docx/read-docx',
  'read/xlsx/read-xlsx',
  'recognise/recognise',
  'clipboard/paste',
])('%s runs in a browser: nothing of Node, no PDF code', (module) => {
  const imports = importsOf(new URL(`./${module}.ts`, import.meta.url));
  const packages = [...imports.keys()].filter((name) => !name.startsWith('file:'));
  expect(packages.filter((name) => !libraries.has(name))).toEqual([]);
  for (const source of imports.values()) expect(source).not.toMatch(/\b(?:process|Buffer|__dirname)\b\./u);
});

it('recognition knows no reader, and readers know no recognition', () => {
  const inside = (module: string) => [...importsOf(new URL(`./${module}.ts`, import.meta.url)).keys()];
  expect(inside('recognise/recognise').filter((name) => name.includes('/src/read/'))).toEqual([]);
  for (const reader of ['text', 'html', 'docx', 'xlsx', 'pdf'])
    expect(
      inside(`read/${reader}/read-${reader}`).filter((name) => /\/src\/recognise\/|@gongkai\/schema/.test(name)),
    ).toEqual([]);
});
