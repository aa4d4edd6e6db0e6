import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './paths.mjs';
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

test('every way of skipping is named, that of a whole file too', () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('vitest.config.mjs', 'export default { test: { globals: true } };');
  write(
    'whole.test.ts',
    `describe.runIf(false)('a folder elsewhere', () => test.each([1, 2])('is read %i', () => {}));`,
  );
  write(
    'parts.test.ts',
    `test('passes', () => {}); test.skipIf(true)('needs a network', () => {}); test.todo('is not written');
     describe('a suite', () => { test.runIf(false)('needs a fast disk', () => {}); });
     test('asks', ({ skip }) => skip());`,
  );
  const report = join(folder, 'report.json');
  const args = ['run', '--root', folder, '--reporter=json', `--outputFile=${report}`];
  const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), args, { cwd: folder });
  const { passed, failed, skipped } = tallyOf(report, status ?? 1);
  expect({ passed, failed, skipped: skipped.toSorted() }).toEqual({
    passed: 1,
    failed: 0,
    skipped: [
      'a folder elsewhere is read 1',
      'a folder elsewhere is read 2',
      'a suite needs a fast disk',
      'asks',
      'is not written',
      'needs a network',
    ],
  });
}, 30_000);

test('a file that could not be loaded is one failure', () => {
  expect(tally(1, testFile('failed'), testFile('passed', ['passed', 'adds']))).toMatchObject({ passed: 1, failed: 1 });
});

test('a run that failed beside its tests is one failure', () => {
  expect(tally(1, testFile('passed', ['passed', 'adds']))).toMatchObject({ passed: 1, failed: 1 });
});

test('a run without a report is one failure', () => {
  expect(tallyOf(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: [] });
});
