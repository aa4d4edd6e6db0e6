import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const rooms = '{packages,apps,tooling}';
/** Packages whose tests may ask for a PostgreSQL database; the server starts only when one of their tests runs. */
const withDatabase = '{packages/db,packages/api,apps/server,tooling/demo,tooling/deploy,tooling/vitest}';

const withOffice = '**/*.office.test.ts';

const project = (name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  test: { name, ...test, exclude: ['**/{node_modules,dist,build,.svelte-kit}/**', ...(test?.exclude ?? [])] },
});

export default defineConfig({
  test: {
    projects: [
      {
        ...project('unit', { include: [`${rooms}/*/**/*.test.ts`], exclude: [`${withDatabase}/**`, withOffice] }),
        plugins: [svelte({ configFile: false })],
      },
      project('office', { include: [withOffice] }),
      project('database', {
        include: [`${withDatabase}/**/*.test.ts`],
        globalSetup: './tooling/vitest/src/global-setup.ts',
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('browser', {
        include: ['tooling/e2e/**/*.spec.ts'],
        globalSetup: './tooling/e2e/src/global-setup.ts',
        maxWorkers: 2,
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
    ],
  },
});
