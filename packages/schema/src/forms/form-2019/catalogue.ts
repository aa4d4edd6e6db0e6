import { claimRules } from '../../claims/rules.ts';
import { peerRules } from '../../peers/rules.ts';
import { publicationRules } from '../../publication/rules.ts';
import { rollUpRules } from '../../roll-up/rules.ts';
import type { Rule } from '../../rules/rule.ts';
import { textRules } from '../../text/rules.ts';

/** Checks on text and context, beside those on figures. */
export const catalogue: readonly Rule[] = [
  ...textRules,
  ...claimRules,
  ...rollUpRules,
  ...publicationRules,
  ...peerRules,
];
