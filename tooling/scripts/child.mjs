import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { say } from './say.mjs';

/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

/** A step that failed, with the exit code to end with. */
export class Failure extends Error {
  /** @param {string} message @param {number} exitCode */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Signals that end a launcher. @type {NodeJS.Signals[]} */
export const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command to its end and forwards signals, so that ending the launcher ends the command.
 * A terminal and npm send Ctrl-C to every process of the group: the command may receive it more than once.
 * @param {readonly string[]} command
 * @param {SpawnOptions} options
 * @returns {Promise<number>} the exit code, as a shell reports it
 */
export async function run(command, options) {
  return (await runToEnd(command, options)).code;
}

/**
 * Runs one of several commands; after a signal the following ones are not run.
 * @param {readonly string[]} command
 * @param {SpawnOptions} options
 */
export async function runStep(command, options) {
  const { code, interrupted } = await runToEnd(command, options);
  if (interrupted) throw new Failure('Interrupted.', code || 1);
  return code;
}

/**
 * Runs a command of the preparation: its output goes to standard error, and its failure ends the launcher.
 * @param {readonly string[]} command
 * @param {SpawnOptions} options
 */
export async function prepare(command, options) {
  const code = await runStep(command, { ...options, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Failure(`Failed: ${command.join(' ')}`, code);
}

/**
 * @param {readonly string[]} command
 * @param {SpawnOptions} options
 * @returns {Promise<{ code: number, interrupted: boolean }>}
 */
function runToEnd([program = '', ...args], options) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  let interrupted = false;
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    interrupted = true;
    child.kill(signal);
  };
  for (const signal of passedOn) process.on(signal, forward);
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      say(message);
      resolve({ code: 127, interrupted });
    });
    child.once('exit', (code, signal) => {
      for (const name of passedOn) process.off(name, forward);
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), interrupted });
    });
  });
}
