import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { programsPage, tryPrograms } from './programs.ts';

it(
  'no figure comes out wrong of files that LibreOffice has written, and the reference page says what does',
  { timeout: 600_000 },
  async () => {
    const lines = await tryPrograms();
    expect(lines.flatMap(({ outcomes }) => [...outcomes.values()].flatMap(({ wrong }) => wrong))).toEqual([]);
    const page = readFileSync(new URL('../../../../../docs/reference/import-programs.md', import.meta.url), 'utf8');
    expect(page, 'stale: npm run pnpm -- --filter @gongkai/importer reference').toBe(programsPage(lines));
  },
);
