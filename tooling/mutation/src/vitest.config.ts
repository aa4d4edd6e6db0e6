import { defineConfig } from 'vitest/config';

/** The tests of what is changed. */
export default defineConfig({
  test: {
    include: ['src/{catalogue,checks,formulas,forms,roll-up,rules}/*.test.ts'],
    exclude: ['**/slow-*.test.ts'],
  },
});
