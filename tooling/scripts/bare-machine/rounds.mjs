// What is expected of the README's two commands on a bare machine. Each round returns what differs from that.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { missingLine } from '../ensure-programs.mjs';
import { openssl } from '../programs.mjs';
import { steps } from '../test-steps.mjs';

/** @typedef {import('./namespace.mjs').Running} Running */
/** @typedef {import('./machine.mjs').Machine['run']} Run */
/** @typedef {{ faults: string[], notes: string[] }} Outcome */

const minutes = 60_000;
const limits = { start: 15 * minutes, stop: 30_000, test: 60 * minutes, refuse: 2 * minutes };

/** What the steps use and a bare machine lacks; the Debian package of certificates depends on OpenSSL. */
export const absentPrograms = new Set(
  Object.values(steps)
    .flatMap(({ needs }) => needs)
    .filter((program) => program !== openssl),
);

/** `npm start` until the portal and the admin app answer, then Ctrl-C. @param {Run} run @param {string} log @param {number} port */
export async function start(run, log, port) {
  const options = port === 3000 ? [] : ['--', '--port', String(port)];
  const began = performance.now();
  const server = run('root', ['npm', 'start', ...options], log);
  /** @type {Outcome} */
  const outcome = { faults: [], notes: [] };
  const ended = server.ended.then((code) => `npm start ended with ${code} before it answered`);
  const over = new AbortController();
  try {
    for (const path of ['/', '/admin/']) {
      const fault = await Promise.race([ended, untilAnswered(`http://127.0.0.1:${port}${path}`, over.signal)]);
      if (fault) return { ...outcome, faults: [fault] };
      outcome.notes.push(`http://127.0.0.1:${port}${path} answers 200 after ${seconds(began)}`);
    }
    const stopped = performance.now();
    server.interrupt();
    const code = await Promise.race([server.ended, sleep(limits.stop, undefined, { signal: over.signal })]);
    if (code === undefined) outcome.faults.push(`still running ${limits.stop / 1_000} s after Ctrl-C`);
    else outcome.notes.push(`Ctrl-C ended it in ${seconds(stopped)}`);
    return outcome;
  } finally {
    over.abort();
    server.kill();
    await server.ended;
  }
}

/** @param {string} address @param {AbortSignal} over @returns {Promise<string | undefined>} what is wrong */
async function untilAnswered(address, over) {
  let last = 'nothing';
  for (const end = Date.now() + limits.start; Date.now() < end && !over.aborted; await sleep(500)) {
    try {
      const { status } = await fetch(address, { signal: AbortSignal.timeout(10_000) });
      if (status === 200) return undefined;
      last = String(status);
    } catch (error) {
      last = String(error);
    }
  }
  return `${address} answers ${last} after ${limits.start / minutes} minutes`;
}

/**
 * Runs `npm test` and records its closing summary.
 * @param {Run} run @param {string} log @param {string[]} args
 * @returns {Promise<Outcome>}
 */
export async function test(run, log, args = []) {
  const options = args.length === 0 ? [] : ['--', ...args];
  const code = await endOf(run('root', ['npm', 'test', ...options], log), limits.test);
  const output = readFileSync(log, 'utf8');
  const summary = /^── summary[^]*/m.exec(output)?.[0].trimEnd().split('\n') ?? [];
  const green = /^\d+ passed, 0 failed/.test(summary.at(-1) ?? '');
  return { faults: code === 0 && green ? [] : [`npm test ended with ${code}`], notes: summary };
}

/**
 * Runs `npm test` as a user who cannot install programs: each missing program is listed, and nothing is reported as passed.
 * @param {Run} run @param {string} log @returns {Promise<Outcome>}
 */
export async function testWithoutPrograms(run, log) {
  const code = await endOf(run('developer', ['npm', 'test'], log), limits.refuse);
  const lines = readFileSync(log, 'utf8').split('\n');
  const expected = new Set([...absentPrograms].map(missingLine));
  const named = lines.filter((line) => line.includes(' is missing: '));
  const faults = [
    ...(code === 1 ? [] : [`ended with ${code} instead of 1`]),
    ...[...expected].filter((line) => !named.includes(line)).map((line) => `no line says: ${line}`),
    ...named
      .filter((line, index) => !expected.has(line) || named.indexOf(line) < index)
      .map((line) => `too much: ${line}`),
    ...lines.filter((line) => /\b\d+ passed\b/.test(line)).map((line) => `called green: ${line}`),
  ];
  return { faults, notes: named };
}

/** @param {Running} running @param {number} limit in milliseconds */
async function endOf(running, limit) {
  const tooLong = setTimeout(() => running.kill(), limit);
  try {
    return await running.ended;
  } finally {
    clearTimeout(tooLong);
  }
}

/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
