// `npm test`: every check of the repository, step by step, and the count of all at the very end.
import { parseArgs } from 'node:util';
import { Failure } from './child.mjs';
import { ensurePrograms } from './ensure-programs.mjs';
import { steps } from './test-steps.mjs';
import { build } from './workspace.mjs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Tally */
/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */

const usage = `npm test -- [--only ${Object.keys(steps).join('|')}]… [PART OF A TEST FILE'S PATH]…`;

/**
 * A step that fails does not keep the later ones from reporting; a failed build does.
 * @param {Toolchain} toolchain
 * @param {string[]} args
 */
export async function test(toolchain, args) {
  const { only, filters } = parse(args);
  /** @type {[string, Tally, number][]} */
  const results = [];
  const step = async (/** @type {string} */ name, /** @type {() => Promise<Tally>} */ work) => {
    print(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const start = performance.now();
    const tally = await work();
    results.push([name, tally, performance.now() - start]);
    return tally;
  };

  const { failed } = await step('build', () => buildAll(toolchain));
  if (failed === 0) {
    for (const [name, { needs, run }] of Object.entries(steps)) {
      if (!only.includes(name)) continue;
      await step(name, async () => (ensurePrograms(needs) ? run(toolchain, filters) : oneFailure));
    }
  }
  return summarise(results, filters);
}

const oneFailure = { passed: 0, failed: 1, skipped: [] };

/** @param {Toolchain} toolchain @returns {Promise<Tally>} */
async function buildAll(toolchain) {
  try {
    await build(toolchain);
    return { passed: 0, failed: 0, skipped: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    print(error.message);
    return oneFailure;
  }
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { only: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    // A path picks test files, so the steps without any are left out.
    const implied = Object.keys(steps).filter((name) => positionals.length === 0 || steps[name]?.takesPaths);
    const only = values.only ?? implied;
    if (!only.every((name) => name in steps)) throw new Error();
    return { only, filters: positionals };
  } catch {
    throw new Failure(usage);
  }
}

/** @param {[string, Tally, number][]} results @param {string[]} filters */
function summarise(results, filters) {
  print(`\n── summary ${'─'.repeat(53)}`);
  for (const [name, { passed, failed, skipped }, duration] of results) {
    print(`${name.padEnd(10)} ${`${(duration / 1000).toFixed(1)} s`.padStart(8)}   ${passed} passed, ${failed} failed`);
    if (skipped.length > 0) print(`${' '.repeat(22)}${skipped.length} skipped:`);
    for (const title of skipped) print(`${' '.repeat(24)}${title}`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, [, tally]) => total + tally[key], 0);
  const passed = sum('passed');
  const failed = sum('failed');
  const nothingRan = passed + failed === 0;
  if (nothingRan) print(`No test matches ${filters.join(' ')}.`);
  print(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || nothingRan ? 1 : 0;
}

const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
