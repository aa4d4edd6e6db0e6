import { spawn, spawnSync } from 'node:child_process';
import type { ImportFailure } from '../../recognise/result.ts';
import { tooLarge, tooSlow } from './failures.ts';
import { residentBytesOfGroup } from './memory.ts';

/** What a program may take. */
export interface ProgramLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes that all its processes may hold in memory. */
  readonly memory: number;
}

export interface ProgramOptions extends ProgramLimits {
  /** Folder that it works and keeps its files in. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
}

const watchEvery = 50;

/**
 * Runs a program in a process group of its own until it ends or passes a limit, without network where the system can
 * take it away. No process of it is left. @returns its exit code, undefined where it could not be run
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
      // Ended by itself.
    }
  };
  // A parent that ends takes the program with it.
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

/** The command before a command that takes its network away; none where the system refuses. */
function withoutNetwork(): readonly string[] {
  isolation ??=
    [['unshare', '--net', '--'], ['unshare', '--map-root-user', '--net', '--'], []].find(
      ([program, ...args]) => program === undefined || spawnSync(program, [...args, 'true']).status === 0,
    ) ?? [];
  return isolation;
}
