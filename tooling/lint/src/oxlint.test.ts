import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('the lint configuration', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'gongkai-lint-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Lints files by the repository's configuration and returns the rules that they violate. */
  function rulesBrokenBy(files: Record<string, string>): string[] {
    for (const [path, text] of Object.entries({ 'tsconfig.json': '{}', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/oxlint'),
      ['--config', join(root, '.oxlintrc.json'), '--format', 'json', folder],
      { cwd: root, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
    return [...new Set(diagnostics.map(({ code }) => code))];
  }

  test('refuses a cycle', () => {
    const files = {
      'a.ts': `export { b } from './b.ts';`,
      'b.ts': `import * as a from './a.ts';\nexport const b = () => a;`,
    };
    expect(rulesBrokenBy(files)).toEqual(['import(no-cycle)']);
  });

  test('refuses a cycle through Svelte components', () => {
    const files = {
      'A.svelte': `<script lang="ts">\n  import B from './B.svelte';\n</script>\n<B />`,
      'B.svelte': `<script lang="ts">\n  import A from './A.svelte';\n</script>\n<A />`,
    };
    expect(rulesBrokenBy(files)).toEqual(['import(no-cycle)']);
  });

  test('refuses a promise that nobody waits for, which takes types to see', () => {
    const files = { 'a.ts': `const save = async () => 1;\nexport const click = () => {\n  save();\n};` };
    expect(rulesBrokenBy(files)).toEqual(['typescript(no-floating-promises)']);
  });

  test('refuses any', () => {
    expect(rulesBrokenBy({ 'a.ts': 'export const a = (b: any) => String(b);' })).toEqual([
      'typescript(no-explicit-any)',
    ]);
  });

  test('lets env.ts alone read the environment', () => {
    const text = `export const port = process.env['PORT'];`;
    expect(rulesBrokenBy({ 'env.ts': text })).toEqual([]);
    expect(rulesBrokenBy({ 'a.ts': text })).toEqual(['node(no-process-env)']);
  });
});
