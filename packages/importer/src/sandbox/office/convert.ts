import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportFailure } from '../../recognise/result.ts';
import { runProgram, type ProgramLimits } from '../process/run-program.ts';
import { writeProfile } from './profile.ts';

/** Limits of a conversion. */
export type ConversionLimits = ProgramLimits;

const damaged: ImportFailure = {
  ok: false,
  code: 'damaged',
  message: 'LibreOffice 打不开这个文件，文件可能已经损坏或设有密码。',
  expected: '能用 Word 或 WPS 正常打开、没有密码的文件',
};

/** The target of a conversion: the file extension, and LibreOffice's filter name if the extension is not sufficient. */
export interface Target {
  readonly extension: string;
  readonly filter?: string;
}

export const asDocx: Target = { extension: 'docx', filter: 'MS Word 2007 XML' };
export const asPdf: Target = { extension: 'pdf' };

/**
 * Converts a document with LibreOffice: with a new profile in a separate folder, without network if the system supports
 * it, and without macros. All its processes are killed if they exceed the limits on time or memory.
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
