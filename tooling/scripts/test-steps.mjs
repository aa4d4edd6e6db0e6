import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './child.mjs';
import { root } from './paths.mjs';
import { chineseFonts, chromium, libreOffice, postgres } from './programs.mjs';
import { tallyOf } from './vitest-report.mjs';
import { taskCommand } from './workspace.mjs';

/** @typedef {import('./test.mjs').Tally} Tally */
/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */

/**
 * @typedef {object} Step
 * @property {import('./programs.mjs').Program[]} needs
 * @property {boolean} takesPaths whether it can run a part of its test files
 * @property {(toolchain: Toolchain, filters: string[]) => Promise<Tally>} run
 */

/** @type {Record<string, Step>} */
export const steps = {
  types: commandStep(({ pnpm }) => [taskCommand(pnpm, 'check')]),
  lint: commandStep(({ node }) => [
    [bin('oxlint')],
    [bin('prettier'), '--check', '--log-level=warn', '.'],
    [node, 'tooling/lint/src/main.ts'],
  ]),
  unit: vitestStep('unit', []),
  office: vitestStep('office', [libreOffice]),
  database: vitestStep('database', [postgres], ['services', 'database']),
  browser: vitestStep('browser', [chromium, chineseFonts]),
};

/**
 * Commands that pass or fail as a whole: each counts as one test.
 * @param {(toolchain: Toolchain) => string[][]} commands
 * @returns {Step}
 */
function commandStep(commands) {
  return {
    needs: [],
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
 * Projects of vitest.config.ts: one of the step's name, unless others are named.
 * @param {string} name
 * @param {Step['needs']} needs
 * @param {string[]} projects
 * @returns {Step}
 */
function vitestStep(name, needs, projects = [name]) {
  return {
    needs,
    takesPaths: true,
    async run({ env }, filters) {
      const report = join(root, 'test-results', `${name}.json`);
      mkdirSync(join(root, 'test-results'), { recursive: true });
      rmSync(report, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      // A path may well match nothing in one of the projects; without one, a project without tests is a fault.
      const scope = filters.length > 0 ? ['--passWithNoTests', ...filters] : [];
      const command = [
        bin('vitest'),
        'run',
        ...projects.map((project) => `--project=${project}`),
        ...reporters,
        ...scope,
      ];
      const code = await runStep(command, { cwd: root, env: { ...env, NODE_ENV: undefined } });
      return tallyOf(report, code);
    },
  };
}

/** @param {string} name */
function bin(name) {
  return join(root, 'node_modules', '.bin', name);
}
