// Node 24 and pnpm, pinned in .toolchain/ as npm packages that contain the binaries.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure, prepare } from './child.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { digestOf, onceFor } from './stamp.mjs';

const folder = join(root, '.toolchain');
const modules = join(folder, 'node_modules');
const platform = `${process.platform}-${process.arch}`;
const oldestNode = 24;

/**
 * @typedef {object} Toolchain
 * @property {string} node path of a Node that runs TypeScript
 * @property {string[]} pnpm the command
 * @property {NodeJS.ProcessEnv} env an environment with both first in PATH
 */

/** Installs the toolchain if it is missing. @returns {Promise<Toolchain>} */
export async function bringToolchain() {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  await onceFor(join(modules, '.stamp'), () => digestOf([lock, platform]), installToolchain);

  const node = findNode();
  const pnpmFolder = join(modules, '@pnpm', `exe.${platform}`);
  const env = {
    ...process.env,
    PATH: [dirname(node), pnpmFolder, process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
  return { node, pnpm: existsSync(pnpmFolder) ? [join(pnpmFolder, 'pnpm')] : pnpmByNpx(), env };
}

function installToolchain() {
  say('Fetching Node.js and pnpm …');
  // Without the prefix, npm that is run by npm would install into the outer folder.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return prepare([...npm(), 'ci', '--prefix', folder, '--include=optional', ...quiet], { cwd: folder });
}

function findNode() {
  if (Number.parseInt(process.versions.node) >= oldestNode) return process.execPath;
  const name = platform.replace('win32', 'win');
  const node = join(modules, `node-${name}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node))
    throw new Failure(`Please install Node.js ${oldestNode} or newer: there is no pinned one for ${name}.`);
  return node;
}

function pnpmByNpx() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [...npm(), 'exec', '--yes', '--', packageManager];
}

/** The npm that runs this launcher, as a command that needs no shell. */
function npm() {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
}
