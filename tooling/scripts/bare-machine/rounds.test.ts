import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Failure } from '../child.mjs';
import { missingLine } from '../ensure-programs.mjs';
import { freePort } from '../free-port.mjs';
import { absentPrograms, start, test as runTests, testWithoutPrograms, type Run } from './rounds.mjs';

let log: string;
beforeEach(() => void (log = join(mkdtempSync(join(tmpdir(), 'gongkai-rounds-')), 'log')));
afterEach(() => rmSync(join(log, '..'), { recursive: true }));

/** A command that prints and ends. */
const ends =
  (code: number, ...lines: string[]): Run =>
  (_user, _command, file) => {
    writeFileSync(file, lines.join('\n'));
    return { ended: Promise.resolve(code), interrupt: () => undefined, kill: () => undefined };
  };
const missing = [...absentPrograms].map(missingLine);
const summary = (last: string) => ['── unit ──', '7 passed, 1 failed', '── summary ──', 'unit 1 s', '', last];

test('npm test passes by its exit code and the last line of its summary', async () => {
  const green = summary('8 passed, 0 failed, 2 skipped');
  expect(await runTests(ends(0, ...green), log)).toEqual({ faults: [], notes: green.slice(2) });
  for (const run of [ends(1, ...green), ends(0, ...summary('7 passed, 1 failed')), ends(0, 'killed')])
    expect((await runTests(run, log)).faults).toHaveLength(1);
});

test('a run that is interrupted ends at once, and leaves no timer behind', async () => {
  const interrupted: Run = () => ({
    ...ends(0)('root', [], log),
    ended: Promise.reject(new Failure('Interrupted.', 130)),
  });
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  await expect(runTests(interrupted, log)).rejects.toThrow('Interrupted.');
  await expect(testWithoutPrograms(interrupted, log)).rejects.toThrow('Interrupted.');
  expect(timers()).toBe(before);
  await expect(start(interrupted, log, await freePort())).rejects.toThrow('Interrupted.');
});

test('without programs, each missing one is expected on one line, and 1 as the exit code', async () => {
  const faultsOf = async (run: Run) => (await testWithoutPrograms(run, log)).faults;
  expect(await faultsOf(ends(1, ...missing, 'Nothing was tested.'))).toEqual([]);
  expect(await faultsOf(ends(0, ...missing))).toEqual(['ended with 0 instead of 1']);
  expect(await faultsOf(ends(1, ...missing.slice(1)))).toEqual([`no line says: ${missing[0]}`]);
  expect(await faultsOf(ends(1, ...missing, missing[0]!))).toEqual([`too much: ${missing[0]}`]);
  expect(await faultsOf(ends(1, ...missing, '5 passed, 0 failed'))).toEqual(['called green: 5 passed, 0 failed']);
});

test('npm start is expected to serve both front ends and to end by Ctrl-C', async () => {
  const port = await freePort();
  const serving =
    (paths: string[]): Run =>
    () => {
      const server = createServer(({ url = '' }, response) =>
        response.writeHead(paths.includes(url) ? 200 : 503).end(),
      );
      server.listen(port, '127.0.0.1');
      const ended = new Promise<number>((resolve) => server.on('close', () => resolve(130)));
      const end = () => (server.close(), server.closeAllConnections());
      // The server without the admin app ends by itself.
      if (paths.length === 1) setTimeout(end, 1_500);
      return { ended, interrupt: end, kill: end };
    };
  const whole = await start(serving(['/', '/admin/']), log, port);
  expect(whole.faults).toEqual([]);
  expect(whole.notes.join()).toMatch(/\/ answers 200.*\/admin\/ answers 200.*Ctrl-C ended it/);
  expect((await start(serving(['/']), log, port)).faults).toEqual(['npm start ended with 130 before it answered']);
  expect((await start(ends(1, 'no network'), log, port)).faults).toEqual(['npm start ended with 1 before it answered']);
});
