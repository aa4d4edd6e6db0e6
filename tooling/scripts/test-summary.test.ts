import { expect, test } from 'vitest';
import { summaryOf } from './test-summary.mjs';

const result = (name: string, seconds: number, passed: number, failed = 0, skipped: string[] = []) => ({
  name,
  seconds,
  budget: 60,
  tally: { passed, failed, skipped },
});
const whole = { notRun: [], filters: [] };

test('the last line counts all tests, and a failed one gives the exit code', () => {
  const green = summaryOf([result('unit', 10, 5), result('office', 10, 2)], whole);
  expect([green.lines.at(-1), green.exitCode]).toEqual(['\n7 passed, 0 failed', 0]);
  const red = summaryOf([result('unit', 10, 5), result('office', 10, 1, 1)], whole);
  expect([red.lines.at(-1), red.exitCode]).toEqual(['\n6 passed, 1 failed', 1]);
});

test('skipped tests are counted and named', () => {
  const { lines } = summaryOf([result('unit', 10, 5, 0, ['reads the real report'])], whole);
  expect(lines.map((line) => line.trim())).toEqual(expect.arrayContaining(['1 skipped:', 'reads the real report']));
  expect(lines.at(-1)).toBe('\n5 passed, 0 failed, 1 skipped');
});

test('a step above its time budget is named, and is no failure', () => {
  const { lines, exitCode } = summaryOf([result('unit', 59, 5), result('browser', 61, 5)], whole);
  const above = lines.filter((line) => line.includes('time budget'));
  expect(above).toHaveLength(1);
  expect(lines.indexOf(above[0]!)).toBe(lines.findIndex((line) => line.startsWith('browser')) + 1);
  expect(above[0]).toContain('above its time budget of 60 s');
  expect(exitCode).toBe(0);
});

test('a part of the run says which steps were not run', () => {
  const { lines } = summaryOf([result('unit', 10, 5)], { notRun: ['office', 'browser'], filters: [] });
  expect(lines).toContain('A part of the run; not run: office, browser');
});

test('a run without a test is no success', () => {
  const { lines, exitCode } = summaryOf([result('unit', 1, 0)], { notRun: [], filters: ['no/such/file'] });
  expect(lines).toContain('No test matches no/such/file.');
  expect(exitCode).toBe(1);
});
