/**
 * Chapter E of the catalogue: numbers and words of the text against the tables.
 * @module
 */

import { r43 } from './r43-requests-received.ts';
import { r44 } from './r44-requests-carried-in.ts';
import { r45 } from './r45-requests-handled.ts';
import { r46 } from './r46-requests-carried-out.ts';
import { r47 } from './r47-outcome-figures.ts';
import { r48 } from './r48-percentages.ts';
import { r49 } from './r49-case-figures.ts';
import { r50 } from './r50-case-results.ts';
import { r51 } from './r51-no-requests.ts';
import { r51b } from './r51b-all-handled.ts';
import { r53 } from './r53-disclosure-figures.ts';
import { r54 } from './r54-totals-and-parts.ts';
import { r55 } from './r55-rates.ts';
import { r56 } from './r56-processing-fee-amounts.ts';
import type { Rule } from '../../engine/rule.ts';

/** Checks of the text against the tables. R52 is listed by each form, because its columns for documents differ. */
export const claimRules: readonly Rule[] = [r43, r44, r45, r46, r47, r48, r49, r50, r51, r51b, r53, r54, r55, r56];
