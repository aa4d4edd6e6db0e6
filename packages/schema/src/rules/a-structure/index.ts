/**
 * Chapter A of the catalogue: structure and form of a report, its words apart from figures.
 * @module
 */

import { r1 } from './r1-section-titles.ts';
import { r2 } from './r2-report-title.ts';
import { r3 } from './r3-reporting-period.ts';
import { r4 } from './r4-overview-topics.ts';
import { r5 } from './r5-government-topics.ts';
import { r6 } from './r6-problems-named.ts';
import { r8 } from './r8-processing-fees-stated.ts';
import { r9 } from './r9-official-rows.ts';
import { r13 } from './r13-overview-length.ts';
import { r14b } from './r14b-official-labels.ts';
import { r15 } from './r15-legal-basis.ts';
import { r16 } from './r16-contact-block.ts';
import { r17 } from './r17-copied-text.ts';
import { r18 } from './r18-stated-years.ts';
import { r19 } from './r19-unfinished-sentences.ts';
import { r19b } from './r19b-enumerations.ts';
import { r20b } from './r20b-reporter-named.ts';
import { r83 } from './r83-personal-numbers.ts';
import type { Rule } from '../../engine/rule.ts';

/** Checks of structure and wording that every form shares. */
export const textRules: readonly Rule[] = [r1, r2, r3, r5, r6, r9, r14b, r15, r16, r17, r18, r19, r19b, r20b, r83];

/** Checks of a form that prescribes the topics of section one and word on fees in section six. */
export const topicRules: readonly Rule[] = [r4, r8, r13];
