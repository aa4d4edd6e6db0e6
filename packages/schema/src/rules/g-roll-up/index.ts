/**
 * Chapter G of the catalogue: a consolidated report against the reports that it sums up.
 * @module
 */

import { r69 } from './r69-cell-sums.ts';
import { r69b } from './r69b-published-revisions.ts';
import { r69c } from './r69c-parts-not-larger.ts';
import { r70 } from './r70-bodies-due.ts';
import { r71 } from './r71-each-body-once.ts';
import { r72 } from './r72-own-tables.ts';
import type { Rule } from '../../engine/rule.ts';

/** Checks of a consolidated report against the reports that it sums up. */
export const rollUpRules: readonly Rule[] = [r69, r70, r71, r72, r69b, r69c];
