import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/node-versions/', import.meta.url));

/** The oldest Node.js that the published packages support. */
export const oldestNode = '20.0.0';

/** The last Node.js with V8 9.4, the engine of Chrome and Edge 94: the oldest browsers that they support. */
export const engineOfOldestChrome = '16.20.2';

/**
 * Path of a Node.js in exactly that version, from the npm package that holds its binary; fetched once.
 * @throws if npm has none for this machine, or cannot be reached
 */
export function nodeOfVersion(version: string): string {
  const name = `node-${process.platform.replace('win32', 'win')}-${process.arch}`;
  const folder = join(cache, version);
  const binary = join('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(join(folder, binary))) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    const options = ['--prefix', unfinished, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
    execFileSync('npm', ['install', ...options, `${name}@${version}`], { stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  }
  return join(folder, binary);
}
