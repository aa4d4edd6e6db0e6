export { importDocument } from './import-document.ts';
export { recognise } from './recognise/recognise.ts';
export type { ImportFailure, ImportHints, ImportResult, ImportSuccess, Provenance } from './recognise/result.ts';
export type { CellOrigin } from './recognise/table/read-tables.ts';
export type { SourceBlock, SourceCell, SourceDocument, SourceGrid, SourceText } from './source/document.ts';
export type { ImportNote } from './source/note.ts';
export type { Box, Place } from './source/place.ts';
export { Refusal, type RefusalCode } from './source/refusal.ts';
export { limits } from './source/limits.ts';
