export { change, create, dissolve, setContact } from './change-agencies.ts';
export { applyFile } from '../spreadsheet/import-file.ts';
export { merge, split } from './merge-and-split.ts';
