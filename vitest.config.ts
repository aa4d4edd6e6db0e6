import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const rooms = '{packages,apps,tooling}';
/** Packages whose tests may ask for a PostgreSQL database; the server starts only when one of their tests runs. */
const withDatabase =
  '{packages/db,packages/api,apps/server,packages/demo,tooling/deploy,tooling/openapi,tooling/vitest}';

/** Tests that touch nothing but a database of their own: their files share a process, and load what they test once. */
const services = '{packages/api,packages/db/src/queries}';

const withOffice = '**/*.office.*';

/** Components rendered alone in a document: `x.dom.test.ts`. */
const withDocument = '**/*.dom.test.ts';

/** SvelteKit's modules, where components and paths of the admin app are tested without it. */
const appModules = Object.fromEntries(
  ['paths', 'navigation'].map((name) => [
    `$app/${name}`,
    fileURLToPath(new URL(`apps/admin/src/testing/app-${name}.ts`, import.meta.url)),
  ]),
);

/** Long matrices, which only `npm run test:full` runs. */
const long = process.env['TEST_FULL'] ? [] : ['**/*.full.*'];

const onDatabase = {
  globalSetup: './tooling/vitest/src/global-setup.ts',
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** A worker for each core: the default leaves one of them idle, which is half of a machine with two. */
const maxWorkers = '100%';

const project = (name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  test: {
    name,
    maxWorkers,
    expect: { poll: { timeout: 10_000 } },
    ...test,
    exclude: ['**/{node_modules,dist,build,.svelte-kit}/**', ...long, ...(test?.exclude ?? [])],
  },
});

export default defineConfig({
  test: {
    maxWorkers,
    coverage: {
      provider: 'v8',
      include: ['{packages,apps}/*/src/**/*.{ts,svelte}'],
      exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/testing/**'],
      reporter: ['json-summary'],
      reportsDirectory: 'test-results/coverage',
      reportOnFailure: true,
    },
    projects: [
      {
        ...project('unit', {
          include: [`${rooms}/*/**/*.test.ts`],
          exclude: [`${withDatabase}/**`, withOffice, withDocument],
        }),
        plugins: [svelte({ configFile: false })],
        resolve: { alias: appModules },
      },
      {
        ...project('components', { include: [withDocument], environment: 'happy-dom' }),
        plugins: [svelte({ configFile: false }), svelteTesting()],
        resolve: { alias: appModules },
      },
      project('office', { include: [`${rooms}/*/**/*.office{,.full}.test.ts`] }),
      project('services', { ...onDatabase, include: [`${services}/**/*.test.ts`], isolate: false }),
      project('database', { ...onDatabase, include: [`${withDatabase}/**/*.test.ts`], exclude: [`${services}/**`] }),
      project('browser', {
        include: ['tooling/e2e/**/*.spec.ts'],
        globalSetup: './tooling/e2e/src/global-setup.ts',
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
    ],
  },
});
