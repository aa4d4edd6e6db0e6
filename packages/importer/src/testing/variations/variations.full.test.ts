import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { tryAllDisguises } from '../disguises/table.ts';
import { pageOf, tryAll, wrongIn } from './table.ts';

vi.setConfig({ testTimeout: 600_000 });

it('no figure comes out wrong in any variation and kind of file, and the reference page says what does', async () => {
  const lines = await tryAll();
  const disguised = await tryAllDisguises();
  expect([...wrongIn(lines), ...disguised.flatMap(({ wrong }) => wrong)]).toEqual([]);
  const page = readFileSync(new URL('../../../../../docs/reference/import.md', import.meta.url), 'utf8');
  expect(page, 'stale: npm run pnpm -- --filter @gongkai/importer reference').toBe(pageOf(lines, disguised));
});
