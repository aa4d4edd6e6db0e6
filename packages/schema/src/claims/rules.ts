import { r43 } from './r43.ts';
import { r44 } from './r44.ts';
import { r45 } from './r45.ts';
import { r46 } from './r46.ts';
import { r47 } from './r47.ts';
import { r48 } from './r48.ts';
import { r49 } from './r49.ts';
import { r50 } from './r50.ts';
import { r51 } from './r51.ts';
import { r51b } from './r51b.ts';
import { r53 } from './r53.ts';
import { r54 } from './r54.ts';
import { r55 } from './r55.ts';
import { r56 } from './r56.ts';
import type { Rule } from '../rules/rule.ts';

/** Checks of the text against the tables. R52 stands beside the forms, whose documents have other columns. */
export const claimRules: readonly Rule[] = [r43, r44, r45, r46, r47, r48, r49, r50, r51, r51b, r53, r54, r55, r56];
