import type { Formula } from '../../../formulas/formula.ts';
import type { Rule } from '../../../engine/rule.ts';
import { r31 as r31Of2019 } from '../../form-2019/rules/r31-applicant-sum.ts';
import { layout } from '../layout.ts';

const { rows } = layout.tables.requests.blocks[0];

/** As in 2019, over the rows of this form. */
export const r31: Rule = {
  ...r31Of2019,
  citation: layout.citation,
  formula: { ...r31Of2019.formula, rows: rows.map(({ key }) => key) } as Formula,
};
