import { defineConfig } from 'vitest/config';

/** The tests of the part that is changed, as mutate.ts names them. */
export default defineConfig({
  test: { include: JSON.parse(process.env.MUTATION_TESTS ?? '["src/**/*.test.ts"]') as string[], exclude: [] },
});
