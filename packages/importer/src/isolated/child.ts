import { failureOf, importDocument } from '../import-document.ts';
import { readRows, type RowLimits } from '../read/sheet/read-rows.ts';
import type { ImportFailure, ImportHints } from '../recognise/result.ts';

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
  const result = 'rows' in task ? rowsOf(task) : importDocument(task.bytes, task.hints);
  Promise.resolve(result).then(
    (result) => process.send!({ result }),
    (error: unknown) => process.send!({ error: error instanceof Error ? error.stack : String(error) }),
  );
});

async function rowsOf({ bytes, rows }: RowsTask): Promise<RowsResult> {
  try {
    return { ok: true, rows: readRows(bytes, rows) };
  } catch (error) {
    return failureOf(error);
  }
}
