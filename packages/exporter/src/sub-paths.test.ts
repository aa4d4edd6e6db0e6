import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

// Each sub-path is loaded in a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  exports: Record<string, string>;
};

/** Dependencies that a format may load. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  './docx': ['fflate'],
  './documents/comparison': ['diff'],
  './json/canonical': ['canonicalize'],
  './pdf': ['uqr'],
  './xlsx': ['hucre'],
  './xlsx/tables': ['hucre'],
};

/** Prints the packages of npm that importing a file loads, those of the workspace apart. */
const program = `
const { registerHooks } = await import('node:module');
const found = new Set();
registerHooks({ resolve(specifier, context, next) {
  const answer = next(specifier, context);
  const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\/(?!.*node_modules)/.exec(answer.url)?.[1];
  if (name && !name.startsWith('@gongkai/')) found.add(name);
  return answer;
} });
await import(process.argv[1]);
console.log(JSON.stringify([...found]));
`;

describe.each(Object.entries(manifest.exports))('the sub-path %s', (subPath, file) => {
  it('loads no other format’s dependencies', () => {
    const url = new URL(`../${file}`, import.meta.url).href;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program, url], { encoding: 'utf8' });
    const shared = ['zod'];
    const loaded = (JSON.parse(output) as string[]).filter((name) => !shared.includes(name));
    expect(loaded.toSorted()).toEqual(allowed[subPath] ?? []);
  });
});
