// The archive of a bare machine's root file system, cached between runs.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../child.mjs';
import { digestOf } from '../stamp.mjs';
import { removeTree } from './machine.mjs';
import { aptSettings, aptSources } from './settings.mjs';

const debianPackages = ['ca-certificates'];
/** Debian 12 has Node 18: the oldest that is supported comes from the npm registry, with the npm that belongs to it. */
const nodePackage = `node-linux-${process.arch}@20`;
const npmPackage = 'npm@10';

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'gongkai', 'bare-machine');

/** @typedef {(command: readonly string[]) => Promise<void>} RunStep runs a command that must succeed */

/**
 * Returns the path of the archive; builds it if none exists for these packages and sources.
 * @param {string} suite of Debian
 * @param {{ fresh: boolean }} options whether it is built again in any case
 * @param {RunStep} runStep
 */
export async function rootArchive(suite, { fresh }, runStep) {
  const sources = aptSources();
  if (sources.length === 0) throw new Failure('There are no sources of Debian packages in /etc/apt.');
  const settings = aptSettings();
  const contents = sources.map((path) => readFileSync(path));
  const key = digestOf([
    suite,
    ...debianPackages,
    nodePackage,
    npmPackage,
    settings,
    ...contents,
    readFileSync(new URL(import.meta.url)),
  ]);
  const archive = join(cache, `${key.slice(0, 16)}.tar`);
  if (fresh) rmSync(cache, { recursive: true, force: true });
  if (existsSync(archive)) return { archive, cached: true };

  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'making-'));
  try {
    const root = join(folder, 'root');
    await runStep([
      'mmdebstrap',
      '--mode=root',
      '--variant=minbase',
      `--include=${debianPackages.join(',')}`,
      ...options(settings),
      suite,
      root,
      ...sources,
    ]);
    await addNode(root, folder, runStep);
    await runStep(['tar', '-C', root, '--numeric-owner', '-cf', join(folder, 'root.tar'), '.']);
    renameSync(join(folder, 'root.tar'), archive);
  } finally {
    removeTree(folder);
  }
  return { archive, cached: false };
}

/** @param {string} settings lines of apt's settings */
function options(settings) {
  return settings
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => `--aptopt=${line}`);
}

/** @param {string} root @param {string} folder for downloads @param {RunStep} runStep */
async function addNode(root, folder, runStep) {
  const local = join(root, 'usr/local');
  const npm = join(local, 'lib/node_modules/npm');
  mkdirSync(npm, { recursive: true });
  const unpack = async (
    /** @type {string} */ name,
    /** @type {string} */ target,
    /** @type {string[]} */ ...members
  ) => {
    const download = mkdtempSync(join(folder, 'package-'));
    await runStep(['npm', 'pack', '--silent', '--pack-destination', download, name]);
    const [file = ''] = readdirSync(download);
    const options = ['--strip-components=1', '--no-same-owner', '-xzf', join(download, file)];
    await runStep(['tar', '-C', target, ...options, ...members]);
  };
  await unpack(nodePackage, local, 'package/bin/node');
  await unpack(npmPackage, npm);
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(local, 'bin', name));
  await runStep(['chmod', '-R', 'go-w,+X', npm]);
  await runStep(['chmod', '755', join(npm, 'bin/npm-cli.js'), join(npm, 'bin/npx-cli.js')]);
}
