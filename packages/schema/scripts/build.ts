/** Builds dist/: JavaScript with declarations, and forms, rules and JSON Schemas as plain JSON for other languages. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dataFiles } from '../src/derive/data-files.ts';

const folder = new URL('../dist/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
execFileSync('tsc', ['-p', 'tsconfig.build.json'], { cwd: new URL('..', import.meta.url), stdio: 'inherit' });
mkdirSync(new URL('data/', folder));
for (const [name, content] of dataFiles())
  writeFileSync(new URL(`data/${name}`, folder), `${JSON.stringify(content, null, 2)}\n`);
