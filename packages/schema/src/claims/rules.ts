import type { Rule } from '../rules/rule.ts';

export const claimRules: readonly Rule[] = [];
