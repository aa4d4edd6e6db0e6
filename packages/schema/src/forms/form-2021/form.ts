import type { Form } from '../../engine/form.ts';
import { layout } from './layout.ts';
import { lineage } from './lineage.ts';
import { rules as figureRules } from './rules/index.ts';

/** The revised form in force, for the reports from 2021 on. 200 cells. */
export const form2021 = { ...layout, figureRules, lineage } satisfies Form;
