import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './child.mjs';
import { compileCache, root } from './paths.mjs';
import {
  chineseFonts,
  chromium,
  curl,
  git,
  libreOffice,
  nginx,
  openssl,
  poppler,
  postgres,
  tesseract,
} from './programs.mjs';
import { tallyOf } from './vitest-report.mjs';
import { rootTaskCommand, taskCommand } from './workspace.mjs';

/** @typedef {import('./test.mjs').Tally} Tally */
/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */

/**
 * @typedef {object} Step
 * @property {import('./programs.mjs').Program[]} needs programs from outside npm that it uses
 * @property {number} budget seconds permitted on two cores
 * @property {number} [fullBudget] the same with the long matrices
 * @property {boolean} takesPaths whether it can run some of its test files
 * @property {(toolchain: Toolchain, scope: Scope) => Promise<Tally>} run
 */
/** @typedef {{ filters: string[], full: boolean }} Scope parts of paths; whether `*.full.*` files are included */

/** Seconds of a first build. */
export const buildBudget = 120;

/** @type {Record<string, Step>} */
export const steps = {
  types: commandStep({ budget: 120 }, ({ pnpm }) => [taskCommand(pnpm, 'typecheck')]),
  lint: commandStep({ budget: 90 }, ({ pnpm }) =>
    ['lint:code', 'lint:format', 'lint:structure'].map((task) => rootTaskCommand(pnpm, [task])),
  ),
  unit: vitestStep(['unit', 'components'], { needs: [], budget: 240, fullBudget: 1_200 }),
  office: vitestStep(['office'], {
    needs: [libreOffice, chineseFonts, tesseract, poppler],
    budget: 120,
    fullBudget: 900,
  }),
  database: vitestStep(['services', 'database'], { needs: [postgres, git, curl], budget: 300, fullBudget: 1_200 }),
  browser: vitestStep(['browser'], { needs: [chromium, chineseFonts, nginx, openssl], budget: 480, fullBudget: 1_800 }),
};

/**
 * Builds a step of commands; each command counts as one test.
 * @param {Pick<Step, 'budget'>} limits
 * @param {(toolchain: Toolchain) => string[][]} commands
 * @returns {Step}
 */
function commandStep({ budget }, commands) {
  return {
    needs: [],
    budget,
    takesPaths: false,
    async run(toolchain) {
      const tally = { passed: 0, failed: 0, skipped: [] };
      for (const command of commands(toolchain)) {
        const code = await runStep(command, { cwd: root, env: toolchain.env });
        tally[code === 0 ? 'passed' : 'failed'] += 1;
      }
      return tally;
    },
  };
}

/**
 * Builds a step that runs projects of vitest.config.ts in one process.
 * @param {[string, ...string[]]} projects
 * @param {Pick<Step, 'needs' | 'budget' | 'fullBudget'>} limits
 * @returns {Step}
 */
function vitestStep(projects, limits) {
  return {
    ...limits,
    takesPaths: true,
    async run({ env }, { filters, full }) {
      const report = join(root, 'test-results', `${projects.join('-')}.json`);
      mkdirSync(join(root, 'test-results'), { recursive: true });
      rmSync(report, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      // A path may match nothing in one of the projects; without a path, a project without tests is an error.
      const scope = filters.length > 0 ? ['--passWithNoTests', ...filters] : [];
      const command = [
        bin('vitest'),
        'run',
        ...projects.map((project) => `--project=${project}`),
        ...reporters,
        ...scope,
      ];
      const TEST_FULL = full ? '1' : undefined;
      const settings = { NODE_ENV: undefined, TEST_FULL, NODE_COMPILE_CACHE: compileCache };
      const code = await runStep(command, { cwd: root, env: { ...env, ...settings } });
      return tallyOf(report, code);
    },
  };
}

/** @param {string} name */
function bin(name) {
  return join(root, 'node_modules', '.bin', name);
}
