import { spawn, spawnSync } from 'node:child_process';
import type { ImportFailure } from '../../recognise/result.ts';
import { tooLarge, tooSlow } from './failures.ts';
import { residentBytesOfGroup } from './memory.ts';

/** Limits of a program. */
export interface ProgramLimits {
  /** Time limit in milliseconds. */
  readonly time: number;
  /** Memory limit in bytes for all its processes together. */
  readonly memory: number;
}

export interface ProgramOptions extends ProgramLimits {
  /** Working directory and home of the program. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
}

const watchEvery = 50;

/**
 * Runs a program in a separate process group until it ends or exceeds a limit, without network if the system supports
 * it. None of its processes remains.
 * @returns its exit code, undefined if it could not be run
 */
export async function runProgram(
  command: readonly string[],
  { home, env, time, memory }: ProgramOptions,
): Promise<number | undefined | ImportFailure> {
  const [program, ...args] = [...withoutNetwork(), ...command];
  const child = spawn(program!, args, {
    detached: true,
    stdio: 'ignore',
    cwd: home,
    env: { HOME: home, TMPDIR: home, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', ...env },
  });
  const end = () => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // The process has already ended.
    }
  };
  // The program ends when its parent ends.
  process.once('exit', end);
  const { promise, resolve } = Promise.withResolvers<number | undefined | ImportFailure>();
  const slow = setTimeout(resolve, time, tooSlow);
  const watch = setInterval(
    () => void residentBytesOfGroup(child.pid!).then((held) => held > memory && resolve(tooLarge)),
    watchEvery,
  );
  child.once('error', () => resolve(undefined)).once('exit', (code) => resolve(code ?? undefined));
  const outcome = await promise;
  clearTimeout(slow);
  clearInterval(watch);
  process.off('exit', end);
  if (child.pid !== undefined) end();
  return outcome;
}

let isolation: readonly string[] | undefined;

/** The command prefix that removes network access; empty if the system refuses it. */
function withoutNetwork(): readonly string[] {
  isolation ??=
    [['unshare', '--net', '--'], ['unshare', '--map-root-user', '--net', '--'], []].find(
      ([program, ...args]) => program === undefined || spawnSync(program, [...args, 'true']).status === 0,
    ) ?? [];
  return isolation;
}
