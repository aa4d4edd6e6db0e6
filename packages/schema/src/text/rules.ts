import { r1 } from './r1.ts';
import { r2 } from './r2.ts';
import { r3 } from './r3.ts';
import { r4 } from './r4.ts';
import { r5 } from './r5.ts';
import { r6 } from './r6.ts';
import { r8 } from './r8.ts';
import { r9 } from './r9.ts';
import { r13 } from './r13.ts';
import { r14b } from './r14b.ts';
import { r15 } from './r15.ts';
import { r16 } from './r16.ts';
import { r17 } from './r17.ts';
import { r18 } from './r18.ts';
import { r19 } from './r19.ts';
import { r19b } from './r19b.ts';
import { r20b } from './r20b.ts';
import { r83 } from './r83.ts';
import type { Rule } from '../rules/rule.ts';

/** Checks of structure and wording that every form shares. */
export const textRules: readonly Rule[] = [r1, r2, r3, r5, r6, r9, r14b, r15, r16, r17, r18, r19, r19b, r20b, r83];

/** Checks of a form that prescribes the topics of section one and word on fees in section six. */
export const topicRules: readonly Rule[] = [r4, r8, r13];
