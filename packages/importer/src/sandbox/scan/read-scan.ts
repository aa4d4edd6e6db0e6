import { pictureLimits, tooManyPages } from '../../read/scan/picture.ts';
import { pageBlocks } from '../../read/scan/blocks.ts';
import { isPicture } from '../../read/signatures/pictures.ts';
import { startsWith } from '../../read/signatures/documents.ts';
import { toFailure } from '../../recognise/failure-of.ts';
import type { ImportFailure, ImportHints, ImportResult } from '../../recognise/result.ts';
import type { SourceBlock, SourceDocument } from '../../source/document.ts';
import { note } from '../../source/note.ts';
import { tooSlow } from '../process/failures.ts';
import type { ProgramLimits } from '../process/run-program.ts';
import type { ReaderProcess } from '../process/reader-process.ts';
import { withRenderedPages } from './render-page.ts';
import type { ScanPrograms } from './find-programs.ts';
import { recognised } from './tesseract.ts';

/** Reports the progress of recognition: pages done, and total number of pages. */
export type ScanProgress = (page: number, pages: number) => void;

export interface ScanOptions {
  readonly child: ReaderProcess;
  readonly programs: ScanPrograms | undefined;
  /** Limits for each picture and page before recognition of its text. */
  readonly limits: ProgramLimits;
  /** Time limit in milliseconds for recognising a page. */
  readonly recognitionTime: number;
  /** Time by `performance.now()` after which no further page is started. */
  readonly deadline: number;
  readonly progress: ScanProgress;
}

const isPdf = startsWith(0x25, 0x50, 0x44, 0x46, 0x2d);
const install = '请在服务器上安装 tesseract-ocr、tesseract-ocr-chi-sim 和 poppler-utils';

/** Recognises a picture as a report; undefined for files of other formats. */
export async function readPicture(
  bytes: Uint8Array,
  hints: ImportHints,
  options: ScanOptions,
): Promise<ImportResult | undefined> {
  if (!isPicture(bytes)) return undefined;
  if (!options.programs)
    return {
      ok: false,
      code: 'unsupported-kind',
      message: `这是图片，识别其中的文字需要 Tesseract，本机没有安装。${install}，或者改用报告的 Word 文件。`,
      expected: 'Word（.docx）、PDF、Excel、网页（.html）或文字（.txt、.md）',
    };
  const pages: (readonly SourceBlock[])[] = [];
  for (let page = 0, count = 1; page < count; page++) {
    if (performance.now() > options.deadline) return tooSlow;
    options.progress(page + 1, count);
    const read = await readPage({ picture: bytes, page }, page + 1, options);
    if ('ok' in read) return read;
    pages.push(read.blocks);
    count = read.pages;
  }
  return options.child.read(
    { scanned: scannedDocument({ blocks: [], notes: [] }, pages.flat()), hints },
    options.limits.time,
  );
}

/**
 * Recognises the pages of a PDF that hold no text, if the previous reading reports such pages; otherwise that reading
 * is returned unchanged.
 */
export async function withScannedPages(
  bytes: Uint8Array,
  read: ImportResult,
  hints: ImportHints,
  options: ScanOptions,
): Promise<ImportResult> {
  if (!isPdf(bytes)) return read;
  const wanted = read.ok ? (read.document.pictures ?? []) : (read.pictures ?? []);
  if (wanted.length === 0) return read;
  const pdftoppm = options.programs?.pdftoppm;
  if (pdftoppm === undefined) return withAdvice(read);
  if (wanted.length > pictureLimits.pages) return toFailure(tooManyPages(wanted.length));
  return withRenderedPages(pdftoppm, bytes, options.limits, async (render) => {
    const blocks: SourceBlock[] = [];
    for (const [at, page] of wanted.entries()) {
      if (performance.now() > options.deadline) return tooSlow;
      options.progress(at + 1, wanted.length);
      const picture = await render(page);
      if ('ok' in picture) return picture;
      const found = await readPage({ picture, page: 0 }, page, options);
      if ('ok' in found) return found;
      blocks.push(...found.blocks);
    }
    const document = read.ok ? read.document : { blocks: [], notes: [] };
    return options.child.read({ scanned: scannedDocument(document, blocks), hints }, options.limits.time);
  });
}

/** Adds advice on the programs to install to the result read without them. */
function withAdvice(read: ImportResult): ImportResult {
  const advice = `识别扫描的图片需要 Tesseract 和 Poppler，本机没有安装。${install}。`;
  if (!read.ok) return { ...read, message: `${read.message}${advice}` };
  return { ...read, notes: [...read.notes, note('recognition-missing', 'info', advice)] };
}

interface PagePicture {
  readonly picture: Uint8Array;
  readonly page: number;
}

async function readPage(
  task: PagePicture,
  number: number,
  { child, programs, limits, recognitionTime }: ScanOptions,
): Promise<{ readonly blocks: readonly SourceBlock[]; readonly pages: number } | ImportFailure> {
  const laidOut = await child.read(task, limits.time);
  if (!laidOut.ok) return laidOut;
  const readings = await recognised(programs!.tesseract, laidOut.images, { ...limits, time: recognitionTime });
  if ('ok' in readings) return readings;
  return { blocks: pageBlocks(laidOut.page, readings, number), pages: laidOut.pages };
}

/** Inserts the scanned pages into a document at their positions. */
function scannedDocument({ blocks, notes }: SourceDocument, scanned: readonly SourceBlock[]): SourceDocument {
  const pages = new Set(scanned.map(pageOf));
  return {
    blocks: [...blocks, ...scanned].toSorted((a, b) => pageOf(a) - pageOf(b)),
    notes: [
      ...notes.filter(({ code }) => code !== 'page-without-text'),
      note(
        'recognised-text',
        'warning',
        `${pages.size} 页是扫描的图片，文字由程序识别：每个数都请对照原件核对，文字请通读一遍。`,
      ),
    ],
    pictures: [...pages],
  };
}

function pageOf(block: SourceBlock): number {
  const place = block.type === 'text' ? block.place : block.rows.flat()[0]?.place;
  return place?.type === 'page' ? place.page : 0;
}
