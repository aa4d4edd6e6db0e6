/**
 * Chapter I of the catalogue: figures against those of similar agencies.
 * @module
 */

import { p1 } from './p1-outliers.ts';
import { p2 } from './p2-zeros.ts';
import { p3 } from './p3-all-zero.ts';
import type { Rule } from '../../engine/rule.ts';

/** Checks against reports of bodies of the same kind and level. */
export const peerRules: readonly Rule[] = [p1, p2, p3];
