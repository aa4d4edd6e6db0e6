// The one way in: `npm start`, `npm test`, `npm run build`, `npm run gongkai`, `npm run bench`, `npm run fuzz`,
// `npm run mutation`, `npm run pnpm`.
// Plain JavaScript, because the machine's own Node (20 or newer) runs it before anything is installed.
// It brings what is missing (Node 24, pnpm, packages, the build), does nothing where nothing changed,
// then runs the command itself, whose standard output is left alone.
import { join } from 'node:path';
import { Failure, run } from './child.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { test } from './test.mjs';
import { bringToolchain } from './toolchain.mjs';
import { build, install } from './workspace.mjs';

const server = join(root, 'apps', 'server', 'src', 'main.ts');
const fuzz = join(root, 'packages', 'importer', 'src', 'testing', 'fuzz-command.ts');
const mutation = join(root, 'tooling', 'mutation', 'src', 'main.ts');
const benchmarks = join(root, 'tooling', 'bench', 'src', 'main.ts');

/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */
/** @type {Record<string, (toolchain: Toolchain, args: string[]) => Promise<number>>} */
const commands = {
  start: (toolchain, args) => gongkai(toolchain, ['serve', ...args]),

  gongkai,

  async build(toolchain) {
    await install(toolchain);
    await build(toolchain);
    return 0;
  },

  async test(toolchain, args) {
    await install(toolchain);
    return test(toolchain, args);
  },

  async bench(toolchain, args) {
    await install(toolchain);
    await build(toolchain);
    return runHere(toolchain, benchmarks, args);
  },

  async fuzz(toolchain, args) {
    await install(toolchain);
    return runHere(toolchain, fuzz, args);
  },

  async mutation(toolchain, args) {
    await install(toolchain);
    return runHere(toolchain, mutation, args);
  },

  pnpm: ({ pnpm, env }, args) => run([...pnpm, ...args], { cwd: root, env }),
};

/** @param {Toolchain} toolchain @param {string[]} args */
async function gongkai(toolchain, args) {
  await install(toolchain);
  // Only `serve` loads the built front ends.
  if (args[0] === 'serve') await build(toolchain);
  return runHere(toolchain, server, args);
}

/**
 * Paths that the user gives are meant from where the user is, not from the root to which npm changes.
 * @param {Toolchain} toolchain
 * @param {string} script
 * @param {string[]} args
 */
function runHere({ node, env }, script, args) {
  const { INIT_CWD = process.cwd(), NODE_ENV = 'production' } = process.env;
  // Node then strips types and compiles once, not at every start.
  const NODE_COMPILE_CACHE = join(root, 'node_modules', '.cache', 'node');
  return run([node, script, ...args], { cwd: INIT_CWD, env: { ...env, NODE_ENV, NODE_COMPILE_CACHE } });
}

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new Failure(`Unknown command "${name}": one of ${Object.keys(commands).join(', ')}.`);
  process.exitCode = await command(await bringToolchain(), args);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(error.message);
  process.exitCode = error.exitCode;
}
