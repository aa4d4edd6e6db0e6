import { readOrEmpty } from './stamp.mjs';

/** @typedef {import('./test.mjs').Tally} Tally */

/**
 * Counts the results of a vitest run from its JSON report. A file that could not be loaded counts as one failure,
 * and so does a run that failed although no test did.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOf(file, exitCode) {
  /** @type {{ testResults: TestFile[] }} */
  const { testResults } = JSON.parse(readOrEmpty(file) || '{"testResults":[]}');
  const tests = testResults.flatMap((testFile) => testFile.assertionResults);
  const count = (/** @type {string} */ status) => tests.filter((test) => test.status === status).length;
  const broken = testResults.filter(
    (testFile) => testFile.status === 'failed' && !testFile.assertionResults.some(isFailed),
  );
  const failed = count('failed') + broken.length;
  return {
    passed: count('passed'),
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
}

/**
 * @typedef {object} TestFile
 * @property {string} status
 * @property {{ status: string, fullName: string }[]} assertionResults
 */

const isFailed = (/** @type {TestFile['assertionResults'][number]} */ test) => test.status === 'failed';
