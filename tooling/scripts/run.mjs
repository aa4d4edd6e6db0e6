// The entry point of `npm start`, `npm test`, `npm run build` and every other script of the root's package.json.
// Plain JavaScript, because the machine's own Node (20 or newer) runs it before anything is installed.
// It installs what is missing (Node 24, pnpm, packages, the build), does nothing if nothing has changed, and runs the
// command, whose standard output is not altered.
import { join } from 'node:path';
import { bareMachine } from './bare-machine/command.mjs';
import { coverage } from './coverage.mjs';
import { Failure, run } from './child.mjs';
import { dev } from './dev.mjs';
import { compileCache, root } from './paths.mjs';
import { say } from './say.mjs';
import { test } from './test.mjs';
import { bringToolchain } from './toolchain.mjs';
import { build, install, rootTaskCommand, taskCommand } from './workspace.mjs';

const server = join(root, 'apps', 'server', 'src', 'main.ts');
const fuzz = join(root, 'packages', 'importer', 'src', 'testing', 'fuzz-command.ts');
const mutation = join(root, 'tooling', 'mutation', 'src', 'main.ts');
const faults = join(root, 'tooling', 'faults', 'src', 'main.ts');
const benchmarks = join(root, 'tooling', 'bench', 'src', 'main.ts');

/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */
/** @type {Record<string, (args: string[]) => Promise<number>>} */
const commands = {
  start: (args) => gongkai(['serve', ...args]),

  gongkai,

  async build() {
    await built();
    return 0;
  },

  test: (args) => test(args, { full: false }, installed),

  'test:full': (args) => test(args, { full: true }, installed),

  'bare-machine': bareMachine,

  dev: async () => dev(await built()),

  lint: () => runRootTasks(['lint:code', 'lint:format', 'lint:structure', 'lint:unused', 'lint:docs']),

  'lint:fix': async () => (await runRootTasks(['lint:code:fix'])) || runRootTasks(['format:fix']),

  format: () => runRootTasks(['format:fix']),

  typecheck: async () => {
    const { pnpm, env } = await installed();
    return run(taskCommand(pnpm, 'typecheck'), { cwd: root, env });
  },

  coverage: async (args) => coverage(await installed(), args),

  bench: async (args) => runHere(await built(), benchmarks, args),

  faults: async (args) => runHere(await built(), faults, args),

  fuzz: async (args) => runHere(await installed(), fuzz, args),

  mutation: async (args) => runHere(await installed(), mutation, args),

  async pnpm(args) {
    const { pnpm, env } = await bringToolchain();
    return run([...pnpm, ...args], { cwd: root, env });
  },
};

/** Installs Node 24, pnpm and the packages. */
async function installed() {
  const toolchain = await bringToolchain();
  await install(toolchain);
  return toolchain;
}

/**
 * Runs scripts of the root's package.json as turbo tasks.
 * @param {string[]} tasks
 */
async function runRootTasks(tasks) {
  const { pnpm, env } = await installed();
  return run(rootTaskCommand(pnpm, tasks), { cwd: root, env });
}

/** Installs everything and builds the front ends. */
async function built() {
  const toolchain = await installed();
  await build(toolchain);
  return toolchain;
}

/** @param {string[]} args */
async function gongkai(args) {
  // Only `serve` loads the built front ends.
  return runHere(await (args[0] === 'serve' ? built() : installed()), server, args);
}

/**
 * Relative paths are resolved in the user's folder, not in the root to which npm changes.
 * @param {Toolchain} toolchain
 * @param {string} script
 * @param {string[]} args
 */
function runHere({ node, env }, script, args) {
  const { INIT_CWD = process.cwd(), NODE_ENV = 'production' } = process.env;
  return run([node, script, ...args], { cwd: INIT_CWD, env: { ...env, NODE_ENV, NODE_COMPILE_CACHE: compileCache } });
}

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new Failure(`Unknown command "${name}": one of ${Object.keys(commands).join(', ')}.`);
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(error.message);
  process.exitCode = error.exitCode;
}
