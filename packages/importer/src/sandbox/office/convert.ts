import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportFailure } from '../../recognise/result.ts';
import { runProgram, type ProgramLimits } from '../process/run-program.ts';
import { writeProfile } from './profile.ts';

/** What a conversion may take. */
export type ConversionLimits = ProgramLimits;

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
export const asPdf: Target = { extension: 'pdf' };

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
    const ended = await runProgram(command, { home: folder, env: { SAL_USE_VCLPLUGIN: 'svp' }, ...limits });
    if (typeof ended === 'object') return ended;
    return await readFile(join(out, `source.${target.extension}`)).catch(() => damaged);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
