import { p1 } from './p1.ts';
import { p2 } from './p2.ts';
import { p3 } from './p3.ts';
import type { Rule } from '../rules/rule.ts';

/** Checks against reports of bodies of the same kind and level. */
export const peerRules: readonly Rule[] = [p1, p2, p3];
