import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const source = fileURLToPath(new URL('../../../packages/schema/', import.meta.url));

/** The schema package as it is published, installed into a project of its own. */
export interface InstalledSchema {
  readonly source: string;
  readonly project: string;
  readonly installed: string;
  remove(): void;
}

/** Builds, packs and installs it. */
export function installSchema(): InstalledSchema {
  const project = mkdtempSync(join(tmpdir(), 'gongkai-schema-'));
  const run = (command: string, args: readonly string[], cwd: string) =>
    execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  run('pnpm', ['run', 'build'], source);
  run('pnpm', ['pack', '--pack-destination', project], source);
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))!;
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'reader', private: true, type: 'module' }));
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', join(project, tarball)], project);
  return {
    ...{ source, project, installed: join(project, 'node_modules/@gongkai/schema') },
    remove: () => rmSync(project, { recursive: true, force: true }),
  };
}

/** The examples of its README. */
export const readmeExamples = [
  ...readFileSync(join(source, 'README.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g),
].map(([, code]) => ({ code: code!, title: /from '([^']+)';\n\n/.exec(code!)?.[1] ?? '' }));

/** An example prints on that Node what its comments promise. */
export function expectExample(code: string, project: string, node: string): void {
  writeFileSync(join(project, 'example.js'), code);
  const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text]) => text);
  const printed = execFileSync(node, ['example.js'], { cwd: project, encoding: 'utf8' });
  expect(printed.trim().split('\n')).toEqual(promised);
}

/** Every export and every rule runs on that Node. */
export function expectExercise(project: string, node: string): void {
  copyFileSync(new URL('./exercise-schema.js', import.meta.url), join(project, 'exercise.js'));
  const printed = execFileSync(node, ['exercise.js'], { cwd: project, encoding: 'utf8' });
  const { called, judged } = JSON.parse(printed) as { called: number; judged: number };
  expect(called).toBeGreaterThan(60);
  expect(judged).toBeGreaterThan(500);
}
