import type { RowLimits } from '../read/sheet/read-rows.ts';
import { failureOf } from '../recognise/failure-of.ts';
import type { ImportFailure, ImportHints, ImportResult } from '../recognise/result.ts';

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

process.on('message', (task: Task | RowsTask) => {
  const result = 'rows' in task ? rowsOf(task) : reportOf(task);
  result.then(
    (result) => process.send!({ result }),
    (error: unknown) => process.send!({ error: error instanceof Error ? error.stack : String(error) }),
  );
});

// Each loads what it needs alone: starting up is most of the time that a list takes.
async function reportOf({ bytes, hints }: Task): Promise<ImportResult> {
  const { importDocument } = await import('../import-document.ts');
  return importDocument(bytes, hints);
}

async function rowsOf({ bytes, rows }: RowsTask): Promise<RowsResult> {
  const { readRows } = await import('../read/sheet/read-rows.ts');
  try {
    return { ok: true, rows: readRows(bytes, rows) };
  } catch (error) {
    return failureOf(error);
  }
}
