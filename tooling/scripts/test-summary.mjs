/**
 * @typedef {object} Result
 * @property {string} name of the step
 * @property {import('./test.mjs').Tally} tally
 * @property {number} seconds
 * @property {number} budget in seconds
 */

/**
 * The closing summary of a test run: each step's time and count, every skipped test by name, steps above their time
 * budget, steps that were not run, and the count of all as the last line.
 * @param {readonly Result[]} results
 * @param {{ notRun: readonly string[], filters: readonly string[] }} scope
 */
export function summaryOf(results, { notRun, filters }) {
  const lines = [`\n── summary ${'─'.repeat(53)}`];
  for (const { name, tally, seconds, budget } of results) {
    const { passed, failed, skipped } = tally;
    lines.push(`${name.padEnd(10)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${passed} passed, ${failed} failed`);
    if (seconds > budget) lines.push(`${indent}above its time budget of ${budget} s`);
    if (skipped.length > 0) lines.push(`${indent}${skipped.length} skipped:`);
    for (const title of skipped) lines.push(`${indent}  ${title}`);
  }
  const passed = sum(results, 'passed');
  const failed = sum(results, 'failed');
  const skipped = results.reduce((total, { tally }) => total + tally.skipped.length, 0);
  const nothingRan = passed + failed === 0;
  if (nothingRan) lines.push(filters.length > 0 ? `No test matches ${filters.join(' ')}.` : 'No test ran.');
  if (notRun.length > 0) lines.push(`A part of the run; not run: ${notRun.join(', ')}`);
  lines.push(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return { lines, exitCode: failed > 0 || nothingRan ? 1 : 0 };
}

const indent = ' '.repeat(22);

/** @param {readonly Result[]} results @param {'passed' | 'failed'} key */
function sum(results, key) {
  return results.reduce((total, { tally }) => total + tally[key], 0);
}
