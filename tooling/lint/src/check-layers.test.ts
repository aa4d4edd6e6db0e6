import { describe, expect, test } from 'vitest';
import { checkLayers } from './check-layers.ts';

const complaints = (path: string, text: string) => checkLayers([{ path, text }]).map(({ message }) => message);

describe('layers', () => {
  test.each([
    ['packages/importer/src/a.ts', `import { parse } from '@gongkai/schema';`],
    ['packages/api/src/a.ts', `export { open } from '@gongkai/db';`],
    ['packages/ui/src/a.ts', `import { b } from './b.ts';`],
    ['packages/schema/src/a.ts', `import { z } from 'zod/mini';`],
    ['apps/portal/src/a.ts', `import type { Router } from '@gongkai/api';`],
    ['apps/portal/src/a.ts', `import { page } from '$app/state'; import { x } from '#lib/x.ts';`],
    ['apps/admin/src/a.ts', `import { openArchive } from '@gongkai/importer/archive';`],
    ['apps/admin/src/a.ts', `import { passwordFault } from '@gongkai/api/schemas';`],
    ['apps/server/src/a.ts', `const { handler } = await import('@gongkai/portal/handler');`],
    ['packages/db/src/a.test.ts', `import { freshDatabase } from '@gongkai/tooling-vitest/postgres';`],
    ['tooling/e2e/a.spec.ts', `import { open } from '@gongkai/db';`],
  ])('let %s have %s', (path, text) => {
    expect(complaints(path, text)).toEqual([]);
  });

  test.each([
    ['packages/schema/src/a.ts', `import { open } from '@gongkai/db';`],
    ['packages/schema/src/a.ts', `import { readFile } from 'node:fs';`],
    ['packages/importer/src/a.ts', `export * from '@gongkai/exporter';`],
    ['packages/ui/src/a.ts', `type R = import('@gongkai/api').Router;`],
    [
      'packages/ui/src/A.svelte',
      `<p>1</p>\n<script lang="ts">\n  import type { Router } from '@gongkai/api';\n</script>`,
    ],
    ['packages/db/src/a.ts', `const { app } = await import('@gongkai/api');`],
    ['packages/api/src/a.ts', `import '@gongkai/ui';`],
    ['packages/api/src/a.ts', `import { memory } from '@gongkai/db/testing';`],
    ['packages/ui/src/a.ts', `import { parse } from '../../schema/src/index.ts';`],
    ['apps/portal/src/a.ts', `import { router } from '@gongkai/api';`],
    ['apps/portal/src/a.ts', `import { type Router } from '@gongkai/api';`],
    ['apps/portal/src/a.ts', `import { type Router } from '@gongkai/api/schemas';`],
    ['apps/portal/src/A.svelte', `<script lang="ts" generics="T extends Set<string>">import '@gongkai/api';</script>`],
    ['apps/admin/src/a.ts', `import { main } from '@gongkai/server';`],
    ['apps/admin/src/a.ts', `import { appRouter } from '@gongkai/api';`],
    ['apps/admin/src/a.ts', `import { readPdf } from '@gongkai/importer/read/pdf';`],
    ['packages/db/src/a.ts', `import { freshDatabase } from '@gongkai/tooling-vitest/postgres';`],
  ])('refuse %s to have %s', (path, text) => {
    expect(complaints(path, text)).toHaveLength(1);
  });

  test.each([
    ['packages/schema/src/engine/a.ts', `import { b } from '../layout/b.ts';`],
    ['packages/schema/src/engine/a.ts', `import { b } from './b.ts';`],
    ['packages/schema/src/rules/a-structure/a.ts', `import { b } from '../../engine/b.ts';`],
    ['packages/schema/src/forms/registry.ts', `import { b } from './form-2019/b.ts';`],
    ['packages/schema/src/forms/form-2019/rules/a.ts', `import { b } from '../layout.ts';`],
    ['packages/schema/src/index.ts', `export { b } from './roll-up/b.ts';`],
    ['packages/schema/src/layout/a.test.ts', `import { b } from '../forms/registry.ts';`],
    ['packages/exporter/src/a/a.ts', `import { b } from '../b/b.ts';`],
    ['packages/api/src/report/router.ts', `import { router } from '../trpc.ts';`],
    ['packages/api/src/rest/route.ts', `import type { Services } from '../services.ts';`],
    ['packages/api/src/router.ts', `import { reportRouter } from './report/router.ts';`],
  ])('let %s have %s by the order of folders', (path, text) => {
    expect(complaints(path, text)).toEqual([]);
  });

  test.each([
    ['packages/schema/src/layout/a.ts', `import { b } from '../engine/b.ts';`, 'it comes later'],
    ['packages/schema/src/layout/a.ts', `import type { B } from '../engine/b.ts';`, 'it comes later'],
    ['packages/schema/src/rules/a-structure/a.ts', `import { b } from '../b-table-two/b.ts';`, 'they are siblings'],
    ['packages/schema/src/forms/form-2021/a.ts', `import { b } from '../form-2019/b.ts';`, 'they are siblings'],
    ['packages/schema/src/forms/form-2021/a.ts', `import { b } from '../registry.ts';`, 'it comes later'],
    ['packages/schema/src/layout/a.ts', `import { b } from '../index.ts';`, 'it has no place'],
    ['packages/schema/src/layout/a.ts', `import { b } from '../testing/b.ts';`, 'it has no place'],
    ['packages/api/src/lifecycle/a.ts', `import { b } from '../review/b.ts';`, 'it comes later'],
    ['packages/api/src/report/queries.ts', `import { router } from '../trpc.ts';`, 'it has no place'],
    ['packages/api/src/report/queries.ts', `import { reportRouter } from './router.ts';`, 'it stands on top'],
    ['packages/schema/src/stray/a.ts', `import { b } from '../layout/b.ts';`, 'has no place'],
  ])('refuse %s to have %s by the order of folders', (path, text, why) => {
    expect(complaints(path, text)).toEqual([expect.stringContaining(why)]);
  });

  test('name the line', () => {
    const text = `<script lang="ts">\n  import { a } from './a.ts';\n  import { open } from '@gongkai/db';\n</script>`;
    expect(checkLayers([{ path: 'packages/ui/src/A.svelte', text }])).toEqual([
      { path: 'packages/ui/src/A.svelte', line: 3, message: 'packages/ui may not use @gongkai/db' },
    ]);
  });

  test('refuse a file that cannot be read', () => {
    expect(() => complaints('packages/ui/src/a.ts', 'import {')).toThrow('packages/ui/src/a.ts');
  });
});
