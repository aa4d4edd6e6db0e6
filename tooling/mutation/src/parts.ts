/** What is changed, in parts that take some minutes each: globs within packages/schema. */
export const parts: Readonly<Record<string, readonly string[]>> = {
  formulas: ['src/formulas/*.ts', '!src/formulas/*.test.ts'],
  localisation: ['src/checks/localise.ts', 'src/checks/slips.ts'],
  'roll-up': ['src/roll-up/*.ts', '!src/roll-up/*.test.ts'],
  // Beside the rules stand vector.ts, rule.ts and samples.ts: types, and what the vectors are run with.
  rules: ['src/rules/r[0-9]*.ts', 'src/rules/judge-cells.ts'],
  'rules-2019': ['src/forms/form-2019/rules/*.ts'],
  'rules-2021': ['src/forms/form-2021/rules/*.ts'],
};
