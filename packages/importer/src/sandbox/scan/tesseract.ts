import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageImages } from '../../read/scan/layout.ts';
import type { PageReadings } from '../../read/scan/blocks.ts';
import { parseTesseractTsv, type Reading } from '../../read/scan/readings.ts';
import type { ImportFailure } from '../../recognise/result.ts';
import { runProgram, type ProgramLimits } from '../process/run-program.ts';

const unreadable: ImportFailure = {
  ok: false,
  code: 'damaged',
  message: 'Tesseract 没有认出图片里的字，可能没有装好。请检查 tesseract-ocr 和 tesseract-ocr-chi-sim。',
  expected: '能正常运行的 Tesseract 5',
};

/** A figure is one line of digits; text is a block of lines. */
const figures = ['-l', 'eng', '--psm', '7', '-c', 'tessedit_char_whitelist=0123456789.,+-/'];
const words = ['-l', 'chi_sim', '--psm', '6'];

/** Recognises the images of a page with Tesseract: one process for each way of reading, not one for each image. */
export async function recognised(
  program: string,
  images: PageImages,
  limits: ProgramLimits,
): Promise<PageReadings | ImportFailure> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-scan-'));
  const read = (name: string, list: readonly Uint8Array[], options: readonly string[]) =>
    recognisedList({ program, folder, name, list, options }, limits);
  try {
    // Two cores are sufficient for one page, and do not overload the machine.
    const [texts, [first, second]] = await Promise.all([
      read('texts', images.texts, words),
      read('first', images.figures, figures).then(
        async (first) => [first, await read('second', images.figuresAgain, figures)] as const,
      ),
    ]);
    if ('ok' in texts) return texts;
    if ('ok' in first) return first;
    if ('ok' in second) return second;
    return { texts, figures: first, figuresAgain: second };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface List {
  readonly program: string;
  readonly folder: string;
  readonly name: string;
  readonly list: readonly Uint8Array[];
  readonly options: readonly string[];
}

async function recognisedList(
  { program, folder, name, list, options }: List,
  limits: ProgramLimits,
): Promise<readonly Reading[] | ImportFailure> {
  if (list.length === 0) return [];
  const files = list.map((_, at) => join(folder, `${name}-${at}.pgm`));
  await Promise.all(files.map((file, at) => writeFile(file, list[at]!)));
  await writeFile(join(folder, `${name}.list`), `${files.join('\n')}\n`);
  const command = [program, join(folder, `${name}.list`), join(folder, name), '--dpi', '300', ...options, 'tsv'];
  const ended = await runProgram(command, { home: folder, env: { OMP_THREAD_LIMIT: '1' }, ...limits });
  if (typeof ended === 'object') return ended;
  const tsv = await readFile(join(folder, `${name}.tsv`), 'utf8').catch(() => undefined);
  return ended !== 0 || tsv === undefined ? unreadable : parseTesseractTsv(tsv, list.length);
}
