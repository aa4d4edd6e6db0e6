// A bare machine: a root file system of its own, with nothing but Node 20, npm and a clone of the committed state.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { passedOn } from '../child.mjs';
import { root as repository } from '../paths.mjs';
import { runIn } from './namespace.mjs';
import { copySettings, environment } from './settings.mjs';

/** @typedef {import('./root-archive.mjs').RunStep} RunStep */
/** @typedef {'root' | 'developer'} User `developer` can install nothing */

/**
 * @typedef {object} Machine
 * @property {(user: User, command: readonly string[], log: string) => import('./namespace.mjs').Running} run runs a
 *   command of the clone as a user would in a new shell
 * @property {() => void} remove
 */

/** On disk, because a temporary folder may be in memory. */
const parent = '/var/tmp';
const prefix = 'gongkai-bare-machine-';
const homes = { root: '/root', developer: '/home/developer' };
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * @param {string} archive of the root file system
 * @param {string} commit
 * @param {RunStep} runStep
 * @returns {Promise<Machine>}
 */
export async function createMachine(archive, commit, runStep) {
  const root = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  try {
    await runStep(['tar', '-C', root, '--numeric-owner', '-xpf', archive]);
    await runStep(['chmod', '755', root]);
    await runStep(['chroot', root, 'useradd', '--create-home', '--shell', '/bin/bash', 'developer']);
    copySettings(root, Object.values(homes));
    for (const home of Object.values(homes)) {
      const clone = join(root, home, 'gongkai');
      await runStep(['git', 'clone', '--quiet', '--no-hardlinks', '--no-checkout', repository, clone]);
      await runStep(['git', '-C', clone, 'checkout', '--quiet', '--detach', commit]);
    }
    await runStep(['chroot', root, 'chown', '-R', 'developer:developer', homes.developer]);
  } catch (error) {
    removeTree(root);
    throw error;
  }
  return {
    run(user, command, log) {
      const variables = { ...environment(), PATH: path, HOME: homes[user], USER: user, TERM: 'dumb' };
      const settings = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
      const shell = ['sh', '-c', 'cd "$HOME/gongkai" && exec "$@"', 'sh', ...command];
      return runIn(root, [`--userspec=${user}:${user}`, root, 'env', '-i', ...settings, ...shell], log);
    },
    remove: () => removeTree(root),
  };
}

/** Removes the remains of runs that were killed. */
export function removeAbandoned() {
  for (const name of readdirSync(parent)) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    if (pid && !existsSync(`/proc/${pid}`)) removeTree(join(parent, name));
  }
}

/** Removes a folder completely: a second Ctrl-C does not interrupt it. @param {string} folder */
export function removeTree(folder) {
  const ignore = () => undefined;
  for (const name of passedOn) process.on(name, ignore);
  // Processes that were just killed may still write.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  for (const name of passedOn) process.off(name, ignore);
}
