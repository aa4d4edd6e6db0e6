import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import type { Part } from './parts.ts';
import { tallyOf, type Tally } from './tally.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Makes every small change in those files of packages/schema, one by one, and counts how many the tests notice. */
export async function mutate({ files, tests }: Part, jsonReport: string): Promise<Tally> {
  process.chdir(here('../../../packages/schema'));
  // Test runners are separate processes and read the configuration again.
  process.env.MUTATION_TESTS = JSON.stringify(tests);
  const stryker = new Stryker({
    mutate: [...files],
    testRunner: 'vitest',
    vitest: { configFile: here('vitest.config.ts') },
    plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner')), here('ignore-words.ts')],
    ignorers: ['words-and-vectors'],
    coverageAnalysis: 'perTest',
    // On a shared machine a longer timeout distinguishes a mutation that slows a test from other load.
    concurrency: 1,
    timeoutMS: 30_000,
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: jsonReport },
  });
  const results = await stryker.runMutationTest();
  const count = (...statuses: readonly string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  return tallyOf({
    killed: count('Killed'),
    timedOut: count('Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
  });
}
