import { expect, test } from 'vitest';
import { coverageByPackage } from './coverage.mjs';

const count = (covered: number, total: number) => ({ lines: { covered, total }, branches: { covered, total } });

test('coverage is added up by package, without the total of all', () => {
  const summary = {
    total: count(9, 30),
    '/repository/packages/schema/src/a.ts': count(1, 10),
    '/repository/packages/schema/src/b/c.ts': count(5, 10),
    '/repository/apps/admin/src/d.ts': count(3, 10),
  };
  expect([...coverageByPackage(summary, '/repository')]).toEqual([
    ['apps/admin', count(3, 10)],
    ['packages/schema', count(6, 20)],
  ]);
});
