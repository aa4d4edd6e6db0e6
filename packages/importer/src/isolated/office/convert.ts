import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportFailure } from '../../recognise/result.ts';
import { tooLarge, tooSlow } from '../failures.ts';
import { residentBytesOfGroup } from '../memory.ts';
import { writeProfile } from './profile.ts';

/** What a conversion may take. */
export interface ConversionLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes that the program may hold in memory. */
  readonly memory: number;
}

const watchEvery = 100;

const damaged: ImportFailure = {
  ok: false,
  code: 'damaged',
  message: 'LibreOffice 打不开这个文件，文件可能已经损坏或设有密码。',
  expected: '能用 Word 或 WPS 正常打开、没有密码的文件',
};

/** What LibreOffice writes: the ending of the file, and its name of the filter where the ending tells too little. */
export interface Target {
  readonly extension: string;
  readonly filter?: string;
}

export const asDocx: Target = { extension: 'docx', filter: 'MS Word 2007 XML' };

/**
 * Lets LibreOffice write a document as one of another kind: with a new profile in a folder of its own, without network where the
 * system can take it away, without macros, all its processes ended when they take too long or too much memory.
 */
export async function convert(
  program: string,
  bytes: Uint8Array,
  extension: string,
  target: Target,
  limits: ConversionLimits,
): Promise<Uint8Array | ImportFailure> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'));
  try {
    const profile = join(folder, 'profile');
    const source = join(folder, `source.${extension}`);
    const filter = [target.extension, target.filter].filter(Boolean).join(':');
    const out = join(folder, 'out');
    await writeProfile(profile);
    await writeFile(source, bytes);
    const command = [
      program,
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault', '--nofirststartwizard'],
      ...['--convert-to', filter, '--outdir', out, source],
    ];
    const failure = await run([...withoutNetwork(), ...command], folder, limits);
    if (failure) return failure;
    return await readFile(join(out, `source.${target.extension}`)).catch(() => damaged);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs a program in a process group of its own until it ends or passes a limit. */
async function run(
  command: readonly string[],
  home: string,
  limits: ConversionLimits,
): Promise<ImportFailure | undefined> {
  const [program, ...args] = command;
  const child = spawn(program!, args, {
    detached: true,
    stdio: 'ignore',
    cwd: home,
    env: { HOME: home, TMPDIR: home, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' },
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
  const { promise, resolve } = Promise.withResolvers<ImportFailure | undefined>();
  const slow = setTimeout(resolve, limits.time, tooSlow);
  const watch = setInterval(
    () => void residentBytesOfGroup(child.pid!).then((held) => held > limits.memory && resolve(tooLarge)),
    watchEvery,
  );
  child.once('error', () => resolve(damaged)).once('exit', () => resolve(undefined));
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
