import type { RowLimits } from '../../read/sheet/read-rows.ts';
import type { PageLayout } from '../../read/scan/layout.ts';
import { toFailure } from '../../recognise/failure-of.ts';
import type { ImportFailure, ImportHints, ImportResult } from '../../recognise/result.ts';
import type { SourceDocument } from '../../source/document.ts';

/** A document to read, as the parent sends it. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly hints: ImportHints;
}

/** A list to read as rows of text. */
export interface RowsTask {
  readonly bytes: Uint8Array;
  readonly rows: RowLimits;
}

export type RowsResult = { readonly ok: true; readonly rows: readonly (readonly string[])[] } | ImportFailure;

/** A page of a file of pictures, counted from 0, in which to find tables and text. */
export interface PictureTask {
  readonly picture: Uint8Array;
  readonly page: number;
}

export type PictureResult = (PageLayout & { readonly ok: true; readonly pages: number }) | ImportFailure;

/** A document whose scanned pages have been recognised, to be read as a report. */
export interface ScannedTask {
  readonly scanned: SourceDocument;
  readonly hints: ImportHints;
}

export type AnyTask = Task | ScannedTask | RowsTask | PictureTask;
export type AnyResult = ImportResult | RowsResult | PictureResult;
/** The result type of a task. */
export type ResultOf<T extends AnyTask> = T extends PictureTask
  ? PictureResult
  : T extends RowsTask
    ? RowsResult
    : ImportResult;

process.on('message', (task: AnyTask) => {
  resultOf(task).then(
    (result) => process.send!({ result }),
    (error: unknown) => process.send!({ error: error instanceof Error ? error.stack : String(error) }),
  );
});

function resultOf(task: AnyTask): Promise<AnyResult> {
  if ('rows' in task) return rowsOf(task);
  if ('picture' in task) return layoutOf(task);
  return 'scanned' in task ? scannedReportOf(task) : reportOf(task);
}

// Each task loads only the modules that it needs, because loading takes most of the time of reading a list.
async function reportOf({ bytes, hints }: Task): Promise<ImportResult> {
  const { importDocument } = await import('../../import-document.ts');
  return importDocument(bytes, hints);
}

async function rowsOf({ bytes, rows }: RowsTask): Promise<RowsResult> {
  const { readRows } = await import('../../read/sheet/read-rows.ts');
  try {
    return { ok: true, rows: readRows(bytes, rows) };
  } catch (error) {
    return toFailure(error);
  }
}

async function layoutOf({ picture, page }: PictureTask): Promise<PictureResult> {
  const { decodePicture } = await import('../../read/scan/picture.ts');
  const { analyseLayout } = await import('../../read/scan/layout.ts');
  try {
    const { raster, dpi, pages } = decodePicture(picture, page);
    return { ok: true, pages, ...analyseLayout(raster, dpi) };
  } catch (error) {
    return toFailure(error);
  }
}

async function scannedReportOf({ scanned, hints }: ScannedTask): Promise<ImportResult> {
  const { recogniseScanned } = await import('../../recognise/scanned.ts');
  try {
    return recogniseScanned(scanned, hints);
  } catch (error) {
    return toFailure(error);
  }
}
