// `npm run coverage`: the share of lines and branches that tests in this process reach, by package.
// Browser tests run the built front ends in Chromium and are not counted.
import { readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runStep } from './child.mjs';
import { compileCache, root } from './paths.mjs';

/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */
/** @typedef {{ total: number, covered: number }} Count */
/** @typedef {{ lines: Count, branches: Count }} Coverage */

const folder = join(root, 'test-results', 'coverage');
const thresholdsFile = join(root, 'tooling', 'scripts', 'coverage-thresholds.json');

/** Percentage points that a run may stay below its threshold: results that depend on timing differ between runs. */
const tolerance = 0.5;

/**
 * Runs the tests of the unit, services and database projects with V8's counters.
 * @param {Toolchain} toolchain
 * @param {string[]} filters parts of test files' paths; thresholds hold for a whole run only
 * @returns {Promise<number>} 1 if a test fails or a package is below its threshold
 */
export async function coverage({ env }, filters) {
  rmSync(folder, { recursive: true, force: true });
  const vitest = join(root, 'node_modules', '.bin', 'vitest');
  const projects = ['unit', 'components', 'services', 'database'].map((project) => `--project=${project}`);
  const command = [vitest, 'run', ...projects, '--coverage', '--reporter=dot', '--passWithNoTests', ...filters];
  const code = await runStep(command, {
    cwd: root,
    env: { ...env, NODE_ENV: undefined, NODE_COMPILE_CACHE: compileCache },
  });
  const summary = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8'));
  const thresholds = JSON.parse(readFileSync(thresholdsFile, 'utf8'));
  let below = 0;
  process.stdout.write(`\n${'package'.padEnd(20)}${'lines'.padStart(9)}${'branches'.padStart(11)}   threshold\n`);
  for (const [name, { lines, branches }] of coverageByPackage(summary)) {
    const share = percentage(lines);
    const threshold = thresholds[name] ?? 0;
    const missed = filters.length === 0 && share < threshold - tolerance;
    if (missed) below += 1;
    process.stdout.write(
      `${name.padEnd(20)}${share.toFixed(1).padStart(7)} %${percentage(branches).toFixed(1).padStart(9)} %` +
        `${threshold.toFixed(1).padStart(10)} %${missed ? '  below its threshold' : ''}\n`,
    );
  }
  return code || (below > 0 ? 1 : 0);
}

/**
 * @param {Record<string, Coverage>} summary Istanbul's JSON summary, by absolute path of a file, and `total`
 * @param {string} [base] the repository's root
 * @returns {Map<string, Coverage>} by folder of a package, such as `packages/schema`, in alphabetical order
 */
export function coverageByPackage(summary, base = root) {
  /** @type {Map<string, Coverage>} */
  const packages = new Map();
  for (const [path, { lines, branches }] of Object.entries(summary)) {
    if (path === 'total') continue;
    const name = relative(base, path).split(sep).slice(0, 2).join('/');
    const sum = packages.get(name) ?? { lines: { total: 0, covered: 0 }, branches: { total: 0, covered: 0 } };
    packages.set(name, { lines: add(sum.lines, lines), branches: add(sum.branches, branches) });
  }
  return new Map([...packages].sort(([a], [b]) => a.localeCompare(b)));
}

/** @param {Count} a @param {Count} b @returns {Count} */
function add(a, b) {
  return { total: a.total + b.total, covered: a.covered + b.covered };
}

/** @param {Count} count */
function percentage({ total, covered }) {
  return total === 0 ? 100 : (covered / total) * 100;
}
