// `npm run bare-machine`: the README's two commands on a machine that has nothing but Node 20 and npm.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runStep as runCommand } from '../child.mjs';
import { ensurePrograms } from '../ensure-programs.mjs';
import { freePort, isFree } from '../free-port.mjs';
import { root } from '../paths.mjs';
import { git, mmdebstrap } from '../programs.mjs';
import { readOrEmpty } from '../stamp.mjs';
import { steps } from '../test-steps.mjs';
import { createMachine, removeAbandoned } from './machine.mjs';
import { rootArchive } from './root-archive.mjs';
import { start, test, testWithoutPrograms } from './rounds.mjs';

/** @typedef {import('./rounds.mjs').Outcome} Outcome */
/** @typedef {import('./rounds.mjs').Run} Run */

/** The port of `npm start` without options. */
const port = 3000;
const logs = join(root, 'test-results', 'bare-machine');
const usage = `npm run bare-machine -- [--fresh] [--each-step]
  --fresh      builds the machine again instead of taking the cached one
  --each-step  then runs each step of npm test on a machine of its own, with the programs that this step names alone`;

/** @param {string[]} args @returns {Promise<number>} */
export async function bareMachine(args) {
  const suite = debianSuite();
  const { fresh, eachStep } = parse(args);
  if (!ensurePrograms([mmdebstrap, git])) return 1;
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const commit = committedState();
  removeAbandoned();

  const began = performance.now();
  const { archive, cached } = await rootArchive(suite, { fresh }, runStep);
  report('root file system', began, { faults: [], notes: [`${cached ? 'taken from' : 'built into'} ${archive}`] });

  const newMachine = () => createMachine(archive, commit, runStep);
  let faults = await runRounds(await newMachine(), [
    ['npm test, as a user who can install nothing', 'test-without-programs', testWithoutPrograms],
    ['npm start', 'start', async (run, log) => start(run, log, (await isFree(port)) ? port : await freePort())],
    ['npm test', 'test', test],
  ]);
  for (const name of eachStep ? Object.keys(steps) : []) {
    const only = ['--only', name];
    const round = (/** @type {Run} */ run, /** @type {string} */ log) => test(run, log, only);
    faults += await runRounds(await newMachine(), [[`npm test -- ${only.join(' ')}`, `only-${name}`, round]]);
  }
  print(faults === 0 ? '\nAll as expected.' : `\n${faults} not as expected.`);
  return faults === 0 ? 0 : 1;
}

/**
 * Runs rounds in sequence on a machine, and removes the machine afterwards.
 * @param {import('./machine.mjs').Machine} machine
 * @param {[title: string, name: string, round: (run: Run, log: string) => Promise<Outcome>][]} rounds
 * @returns {Promise<number>} number of unexpected results
 */
async function runRounds(machine, rounds) {
  let faults = 0;
  try {
    for (const [title, name, round] of rounds) {
      const began = performance.now();
      const log = join(logs, `${name}.log`);
      print(`\n${title}: output in ${log}`);
      const outcome = await round(machine.run, log);
      report(title, began, outcome);
      if (outcome.faults.length > 0) print(lastLines(log));
      faults += outcome.faults.length;
    }
    return faults;
  } finally {
    machine.remove();
  }
}

/** @param {string} title @param {number} began @param {Outcome} outcome */
function report(title, began, { faults, notes }) {
  const took = `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  print(`${faults.length === 0 ? 'as expected' : 'NOT AS EXPECTED'}: ${title}, ${took}`);
  for (const line of [...notes, ...faults.map((fault) => `fault: ${fault}`)]) print(`  ${line}`);
}

/** The Debian suite of this machine, which the bare machine uses too. @throws {Failure} if not root on Debian */
function debianSuite() {
  const release = readOrEmpty('/etc/os-release');
  const suite = /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1];
  if (!/^ID=debian$/m.test(release) || !suite || process.getuid?.() !== 0)
    throw new Failure('npm run bare-machine builds a Debian root file system: run it on Debian, as root.');
  return suite;
}

/** @returns {string} the commit that is tested */
function committedState() {
  const ask = (/** @type {string[]} */ ...args) =>
    spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim();
  const commit = ask('rev-parse', 'HEAD');
  if (!commit) throw new Failure('npm run bare-machine tests what is committed: this is no clone with a commit.');
  const changed = ask('status', '--porcelain');
  if (changed) print(`Not part of it, because not committed:\n${changed}`);
  print(`Commit ${ask('log', '-1', '--format=%h %s')}`);
  return commit;
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values } = parseArgs({ args, options: { fresh: { type: 'boolean' }, 'each-step': { type: 'boolean' } } });
    return { fresh: values.fresh ?? false, eachStep: values['each-step'] ?? false };
  } catch {
    throw new Failure(usage);
  }
}

/** Runs a command of the preparation; its output is shown if it fails. @type {import('./root-archive.mjs').RunStep} */
async function runStep(command) {
  const log = join(logs, 'preparation.log');
  const output = openSync(log, 'a');
  const code = await runCommand(command, { cwd: root, stdio: ['ignore', output, output] });
  closeSync(output);
  if (code !== 0) throw new Failure(`${lastLines(log)}\nFailed: ${command.join(' ')}`, code);
}

/** @param {string} log */
function lastLines(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
}

const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
