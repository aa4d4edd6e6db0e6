/** What is changed, and the tests that must notice: globs within packages/schema. */
export interface Part {
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

/** Tests of the rules: their vectors, their edges, and what the catalogue laid down. */
const rulesTests = ['src/rules/*.test.ts', 'src/catalogue/catalogue.test.ts'];

/** Parts that take some minutes each; fewer tests make a part quicker, and can only lower its score. */
export const parts: Readonly<Record<string, Part>> = {
  formulas: {
    files: ['src/formulas/*.ts', '!src/formulas/*.{test,test-d}.ts'],
    tests: ['src/{checks,formulas,rules}/*.test.ts'],
  },
  localisation: {
    files: ['src/checks/localise.ts', 'src/checks/slips.ts'],
    tests: ['src/checks/{check-figures,localise,slips}.test.ts'],
  },
  'roll-up': {
    files: ['src/roll-up/*.ts', '!src/roll-up/*.test.ts'],
    tests: ['src/roll-up/*.test.ts', ...rulesTests],
  },
  // Beside the rules stand vector.ts, rule.ts and samples.ts: types, and what the vectors are run with.
  rules: { files: ['src/rules/r[0-9]*.ts', 'src/rules/judge-cells.ts'], tests: rulesTests },
  'rules-2019': { files: ['src/forms/form-2019/rules/*.ts'], tests: ['src/forms/edges.test.ts', ...rulesTests] },
  'rules-2021': { files: ['src/forms/form-2021/rules/*.ts'], tests: ['src/forms/edges.test.ts', ...rulesTests] },
  'rules-peers': { files: ['src/peers/*.ts', '!src/peers/*.test.ts'], tests: ['src/peers/*.test.ts', ...rulesTests] },
  'rules-publication': {
    files: ['src/publication/*.ts', '!src/publication/*.test.ts'],
    tests: ['src/publication/*.test.ts', ...rulesTests],
  },
  'rules-text': { files: ['src/text/*.ts', '!src/text/*.test.ts'], tests: ['src/text/*.test.ts', ...rulesTests] },
  'rules-claims': {
    files: ['src/claims/*.ts', '!src/claims/*.test.ts'],
    tests: ['src/claims/*.test.ts', ...rulesTests],
  },
};
