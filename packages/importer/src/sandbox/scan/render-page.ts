import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportFailure } from '../../recognise/result.ts';
import { runProgram, type ProgramLimits } from '../process/run-program.ts';

/** Pixels of a page's longer side, regardless of its size in the PDF: 200 per inch of A4. */
const longerSide = 2339;

const damaged: ImportFailure = {
  ok: false,
  code: 'damaged',
  message: 'PDF 里的图片不能显示，文件可能已经损坏。',
  expected: '能正常打开的 PDF',
};

/**
 * Renders pages of a PDF with Poppler as grey pictures, one after another; each is a PGM file, undefined after the
 * last.
 */
export async function withRenderedPages<T>(
  program: string,
  pdf: Uint8Array,
  limits: ProgramLimits,
  work: (render: (page: number) => Promise<Uint8Array | ImportFailure>) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-scan-'));
  try {
    const source = join(folder, 'source.pdf');
    await writeFile(source, pdf);
    return await work(async (page) => {
      const picture = join(folder, 'page');
      const command = [program, '-gray', '-singlefile', '-scale-to', `${longerSide}`, '-f', `${page}`, '-l', `${page}`];
      const ended = await runProgram([...command, source, picture], { home: folder, ...limits });
      if (typeof ended === 'object') return ended;
      return ended === 0 ? await readFile(`${picture}.pgm`).catch(() => damaged) : damaged;
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
