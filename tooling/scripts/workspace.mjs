// Installs dependencies and builds the front ends. Both are skipped if nothing has changed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './child.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { digestOf, onceFor, readOrEmpty } from './stamp.mjs';

/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */

const stamps = join(root, 'node_modules', '.gongkai');
const rootFiles = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'turbo.json', 'tsconfig.base.json'];
const built = new Set(['build', 'dist']);
const generated = new Set(['node_modules', '.stryker-tmp', '.svelte-kit', '.turbo', 'coverage', ...built]);

/** @param {Toolchain} toolchain */
export function install({ pnpm, env }) {
  return onceFor(join(stamps, 'installed'), dependencyDigest, () => {
    say('Installing packages …');
    return prepare([...pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=error'], {
      cwd: root,
      env,
    });
  });
}

/** @param {Toolchain} toolchain */
export function build({ pnpm, env }) {
  return onceFor(join(stamps, 'built'), sourceDigest, () => {
    say('Building …');
    return prepare(taskCommand(pnpm, 'build'), { cwd: root, env });
  });
}

/**
 * Runs a script of every package that has it. The lock file names turbo's programs for Linux only;
 * on other systems pnpm does the same without a cache.
 * @param {readonly string[]} pnpm
 * @param {'build' | 'typecheck'} task
 */
export function taskCommand(pnpm, task) {
  const turbo = join(root, 'node_modules', '.bin', 'turbo');
  return process.platform === 'linux'
    ? [turbo, 'run', task, '--continue', '--output-logs=errors-only']
    : [...pnpm, '--recursive', 'run', task];
}

/**
 * Runs scripts of the root's own package.json.
 * @param {readonly string[]} pnpm
 * @param {readonly string[]} tasks
 */
export function rootTaskCommand(pnpm, tasks) {
  const turbo = join(root, 'node_modules', '.bin', 'turbo');
  return process.platform === 'linux'
    ? [turbo, 'run', ...tasks.map((task) => `//#${task}`), '--continue', '--output-logs=new-only']
    : [...pnpm, 'run', `/^(${tasks.join('|')})$/`];
}

function dependencyDigest() {
  // The globs of pnpm-workspace.yaml.
  const folders = ['apps', 'packages', 'tooling'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  );
  return digestOf(contents([...rootFiles, ...folders.map((folder) => join(folder, 'package.json'))]));
}

/** A digest of all source files by content, and of the built output by its existence. */
function sourceDigest() {
  return digestOf([...contents(rootFiles), ...sourceParts('apps'), ...sourceParts('packages')]);
}

/** @param {string[]} files */
function contents(files) {
  return files.flatMap((file) => [file, readOrEmpty(join(root, file))]);
}

/** @param {string} folder @returns {Generator<string | Buffer>} */
function* sourceParts(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield* [path, readFileSync(join(root, path))];
    else if (built.has(entry.name)) yield path;
    else if (entry.isDirectory() && !generated.has(entry.name)) yield* sourceParts(path);
  }
}
