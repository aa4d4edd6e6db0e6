import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tallyOf } from './vitest-report.mjs';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'gongkai-report-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const testFile = (status: string, ...tests: [status: string, fullName: string][]) => ({
  status,
  assertionResults: tests.map(([result, fullName]) => ({ status: result, fullName })),
});

function tally(exitCode: number, ...testResults: ReturnType<typeof testFile>[]) {
  const report = join(folder, 'report.json');
  writeFileSync(report, JSON.stringify({ testResults }));
  return tallyOf(report, exitCode);
}

test('passed, failed and skipped tests are counted, the skipped ones by name', () => {
  const file = testFile('failed', ['passed', 'adds'], ['failed', 'divides'], ['skipped', 'sings'], ['todo', 'dances']);
  expect(tally(1, file)).toEqual({ passed: 1, failed: 1, skipped: ['sings', 'dances'] });
});

test('a file that could not be loaded is one failure', () => {
  expect(tally(1, testFile('failed'), testFile('passed', ['passed', 'adds']))).toMatchObject({ passed: 1, failed: 1 });
});

test('a run that failed beside its tests is one failure', () => {
  expect(tally(1, testFile('passed', ['passed', 'adds']))).toMatchObject({ passed: 1, failed: 1 });
});

test('a run without a report is one failure', () => {
  expect(tallyOf(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: [] });
});
