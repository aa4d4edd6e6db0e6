import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Failure, passedOn } from '../child.mjs';

const enter = fileURLToPath(new URL('enter.sh', import.meta.url));
// The namespaces end with `unshare`, which ends with this process.
const isolated = ['setpriv', '--pdeathsig', 'KILL'];
isolated.push('unshare', '--mount', '--pid', '--ipc', '--fork', '--kill-child=KILL', 'bash', enter);

/**
 * @typedef {object} Running
 * @property {Promise<number>} ended the exit code, once all output is in the log; rejected with a Failure if this
 *   process received a signal to end
 * @property {() => void} interrupt sends what Ctrl-C sends
 * @property {() => void} kill ends the command and everything that it started
 */

/**
 * Runs a command in a root file system, with processes, mounts and shared memory of its own.
 * @param {string} root
 * @param {readonly string[]} command arguments of `chroot`
 * @param {string} log file that gets the output
 * @returns {Running}
 */
export function runIn(root, command, log) {
  const output = createWriteStream(log);
  const [program = '', ...args] = [...isolated, root, ...command];
  // A process group of its own: Ctrl-C in the terminal reaches this process only, which decides what to do.
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH },
    detached: true,
  });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, name);
  };
  let interrupted = false;
  const stop = () => {
    interrupted = true;
    signal('SIGKILL');
  };
  for (const name of passedOn) process.on(name, stop);
  /** @type {Promise<number>} */
  const closed = new Promise((resolve) => {
    child.once('error', ({ message }) => {
      output.write(`${message}\n`);
      resolve(127);
    });
    child.once('close', (code) => resolve(code ?? 137));
  });
  const ended = closed.then(async (code) => {
    for (const name of passedOn) process.off(name, stop);
    output.end();
    await finished(output);
    if (interrupted) throw new Failure('Interrupted.', 130);
    return code;
  });
  return { ended, interrupt: () => signal('SIGINT'), kill: () => signal('SIGKILL') };
}
