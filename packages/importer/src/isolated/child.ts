import { importDocument } from '../import-document.ts';
import type { ImportHints } from '../recognise/result.ts';

/** A document to read, as the parent sends it. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly hints: ImportHints;
}

process.on('message', ({ bytes, hints }: Task) => {
  importDocument(bytes, hints).then(
    (result) => process.send!({ result }),
    (error: unknown) => process.send!({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
