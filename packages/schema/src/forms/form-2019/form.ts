import type { Form } from '../../engine/form.ts';
import { layout } from './layout.ts';
import { rules as figureRules } from './rules/index.ts';

/** The first unified form (试行), for the reports of 2019 and 2020. 198 cells. */
export const form2019 = { ...layout, figureRules } satisfies Form;
