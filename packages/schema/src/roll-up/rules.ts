import { r69 } from './r69.ts';
import { r69b } from './r69b.ts';
import { r69c } from './r69c.ts';
import { r70 } from './r70.ts';
import { r71 } from './r71.ts';
import { r72 } from './r72.ts';
import type { Rule } from '../rules/rule.ts';

/** Checks of a consolidated report against the reports that it sums up. */
export const rollUpRules: readonly Rule[] = [r69, r70, r71, r72, r69b, r69c];
