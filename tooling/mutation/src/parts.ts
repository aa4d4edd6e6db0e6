/** What is changed, and the tests that must notice: globs within packages/schema. */
export interface Part {
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

/** Tests of the rules: their vectors, and the catalogue as it was laid down. */
const rulesTests = ['src/catalogue/{vectors,catalogue}.test.ts'];

const chapter = (name: string): Part => ({
  files: [`src/rules/${name}/*.ts`, '!src/**/*.test.ts', '!src/rules/*/index.ts'],
  tests: [`src/rules/${name}/*.test.ts`, 'src/forms/figure-rules.test.ts', ...rulesTests],
});

const form = (id: string): Part => ({
  files: [`src/forms/${id}/rules/*.ts`, '!src/forms/*/rules/index.ts'],
  tests: ['src/forms/figure-rules.test.ts', ...rulesTests],
});

/** Parts that take some minutes each; fewer tests make a part quicker, and can only lower its score. */
export const parts: Readonly<Record<string, Part>> = {
  formulas: {
    files: ['src/formulas/*.ts', '!src/formulas/*.{test,test-d}.ts'],
    tests: ['src/{engine,formulas,catalogue}/*.test.ts'],
  },
  localisation: {
    files: ['src/engine/localise.ts', 'src/engine/slips.ts'],
    tests: ['src/engine/{check-figures,localise,slips}.test.ts'],
  },
  'roll-up': { files: ['src/roll-up/*.ts', '!src/roll-up/*.test.ts'], tests: ['src/roll-up/*.test.ts', ...rulesTests] },
  language: {
    files: ['src/language/*.ts', '!src/language/*.test.ts'],
    tests: [
      'src/{language,form-parts}/*.test.ts',
      'src/rules/{a-structure,e-text-against-tables}/*.test.ts',
      ...rulesTests,
    ],
  },
  // judge-cells.ts belongs to the engine, and only rules of this chapter use it.
  'rules-structure': {
    ...chapter('a-structure'),
    files: [...chapter('a-structure').files, 'src/engine/judge-cells.ts'],
  },
  'rules-table-two': chapter('b-table-two'),
  'rules-table-three': chapter('c-table-three'),
  'rules-table-four': chapter('d-table-four'),
  'rules-text-against-tables': chapter('e-text-against-tables'),
  'rules-across-years': chapter('f-across-years'),
  'rules-roll-up': chapter('g-roll-up'),
  'rules-timing': chapter('h-timing'),
  'rules-peers': chapter('i-peers'),
  'rules-2019': form('form-2019'),
  'rules-2021': form('form-2021'),
};
