/**
 * Chapter H of the catalogue: deadlines, corrections and the revision that is public.
 * @module
 */

import { r68 } from './r68-corrections.ts';
import { r75 } from './r75-own-deadline.ts';
import { r76 } from './r76-government-deadline.ts';
import { r78 } from './r78-published-revision.ts';
import { r79 } from './r79-period-ended.ts';
import type { Rule } from '../../engine/rule.ts';

/** Checks of dates and of what was published. */
export const publicationRules: readonly Rule[] = [r75, r76, r78, r79, r68];
