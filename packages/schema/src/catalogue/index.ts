/**
 * All rules of a form in the order of the catalogue, and their application to one report or to many.
 * @module
 */

export { check, rulesOf } from './catalogue.ts';
export { bases, chapters, severities } from './chapters.ts';
export { checkLine, checkMany, type Checked, type CheckedLine } from './many.ts';
export { runVector, sampleReport } from './run-vector.ts';
