import { r68 } from './r68.ts';
import { r75 } from './r75.ts';
import { r76 } from './r76.ts';
import { r78 } from './r78.ts';
import { r79 } from './r79.ts';
import type { Rule } from '../rules/rule.ts';

/** Checks of dates and of what was published. */
export const publicationRules: readonly Rule[] = [r75, r76, r78, r79, r68];
