// `npm test` and `npm run test:full`: all checks of the repository in steps, and a summary at the end.
import { parseArgs } from 'node:util';
import { Failure } from './child.mjs';
import { ensurePrograms } from './ensure-programs.mjs';
import { summaryOf } from './test-summary.mjs';
import { buildBudget, steps } from './test-steps.mjs';
import { build } from './workspace.mjs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Tally */
/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */
/** @typedef {import('./test-summary.mjs').Result} Result */

const usage = `npm test -- [--only ${Object.keys(steps).join('|')}]… [PART OF A TEST FILE'S PATH]…`;

/**
 * Later steps run after a failed step, but not after a failed build or without a required program.
 * @param {string[]} args
 * @param {{ full: boolean }} mode whether the long matrices are run as well
 * @param {() => Promise<Toolchain>} install installs the toolchain and the packages
 */
export async function test(args, { full }, install) {
  const { only, filters } = parse(args);
  const chosen = Object.entries(steps).filter(([name]) => only.includes(name));
  if (!ensurePrograms(chosen.flatMap(([, { needs }]) => needs))) throw new Failure('Nothing was tested.');
  const toolchain = await install();
  /** @type {Result[]} */
  const results = [];
  const step = async (
    /** @type {string} */ name,
    /** @type {number} */ budget,
    /** @type {() => Promise<Tally>} */ work,
  ) => {
    print(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const start = performance.now();
    const tally = await work();
    results.push({ name, tally, budget, seconds: (performance.now() - start) / 1000 });
    return tally;
  };

  const { failed } = await step('build', buildBudget, () => buildAll(toolchain));
  if (failed === 0) {
    for (const [name, { budget, fullBudget = budget, run }] of chosen)
      await step(name, full ? fullBudget : budget, () => run(toolchain, { filters, full }));
  }
  const { lines, exitCode } = summaryOf(results, {
    notRun: Object.keys(steps).filter((name) => !only.includes(name)),
    filters,
  });
  for (const line of lines) print(line);
  return exitCode;
}

/** @param {Toolchain} toolchain @returns {Promise<Tally>} */
async function buildAll(toolchain) {
  try {
    await build(toolchain);
    return { passed: 0, failed: 0, skipped: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    print(error.message);
    return { passed: 0, failed: 1, skipped: [] };
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
    // A path selects test files, so steps without test files are skipped.
    const implied = Object.keys(steps).filter((name) => positionals.length === 0 || steps[name]?.takesPaths);
    const only = values.only ?? implied;
    if (!only.every((name) => name in steps)) throw new Error();
    return { only, filters: positionals };
  } catch {
    throw new Failure(usage);
  }
}

const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
