import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { say } from './say.mjs';

/** @typedef {import('./programs.mjs').Program} Program */

/**
 * Ensures that programs are installed: as root on Debian it installs what is missing, elsewhere it prints one line for
 * each missing program.
 * @param {Iterable<Program>} programs
 * @param {((packages: string[]) => void) | null} [install] null if programs cannot be installed from here
 * @returns {boolean} whether all are installed now
 */
export function ensurePrograms(programs, install = canInstall() ? installFromDebian : null) {
  const needed = [...new Set(programs)];
  let missing = needed.filter((program) => !program.find());
  if (missing.length > 0 && install) {
    install(missing.flatMap((program) => program.debianPackages));
    missing = missing.filter((program) => !program.find());
  }
  for (const program of missing) say(missingLine(program));
  return missing.length === 0;
}

/** @param {Program} program */
export function missingLine({ name, advice, debianPackages }) {
  return `${name} is missing: ${advice} (Debian: ${debianPackages.join(' ')}).`;
}

function canInstall() {
  const release = '/etc/os-release';
  const debian = existsSync(release) && /^ID(_LIKE)?=.*\bdebian\b/m.test(readFileSync(release, 'utf8'));
  return debian && process.getuid?.() === 0;
}

/** @param {string[]} packages */
function installFromDebian(packages) {
  say(`Installing from Debian: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] });
  }
}
