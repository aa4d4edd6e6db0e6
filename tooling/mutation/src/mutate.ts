import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { tallyOf, type Tally } from './tally.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Makes every small change in those files of packages/schema, one by one, and counts how many the tests notice. */
export async function mutate(mutate: readonly string[], jsonReport: string): Promise<Tally> {
  process.chdir(here('../../../packages/schema'));
  const stryker = new Stryker({
    mutate: [...mutate],
    testRunner: 'vitest',
    vitest: { configFile: here('vitest.config.ts') },
    plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner')), here('ignore-words.ts')],
    ignorers: ['words-and-vectors'],
    coverageAnalysis: 'perTest',
    // The machine may be shared, and a change that makes a test slow is told from a busy machine by waiting longer.
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
