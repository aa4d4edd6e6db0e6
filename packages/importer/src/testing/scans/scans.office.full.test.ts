import { readFileSync } from 'node:fs';
import { cellsOf, forms } from '@gongkai/schema';
import { afterAll, expect, it } from 'vitest';
import { createImportPool } from '../../sandbox/import-pool.ts';
import { encoded } from './encode.ts';
import { scansPage, tryScans } from './measure-scans.ts';
import { rendered } from './rendered.ts';

/** Maximum share of figures that may be left unread, by the degradation of the scan. */
const maxUnread: Readonly<Record<string, number>> = {
  clean: 0.05,
  'turned by one degree': 0.05,
  'mildly noisy': 0.4,
};

it(
  'no figure of a scan comes out wrong, few are left unread, and the reference page says how many',
  { timeout: 3_600_000 },
  async () => {
    const lines = await tryScans();
    expect(lines.flatMap(({ outcome }) => outcome.wrong)).toEqual([]);
    for (const { form, degradation, outcome } of lines)
      expect(outcome.unread / (outcome.unread + outcome.right), `${form.id}, ${degradation}`).toBeLessThanOrEqual(
        maxUnread[degradation]!,
      );
    const page = readFileSync(new URL('../../../../../docs/reference/import-scans.md', import.meta.url), 'utf8');
    expect(page, 'stale: npm run pnpm -- --filter @gongkai/importer reference').toBe(scansPage(lines));
  },
);

const pool = createImportPool({ size: 1, time: 60_000, scanTime: 300_000 });
afterAll(() => pool.close());

it.each(['jpeg', 'tiff'] as const)('reads table two of a page as %s', { timeout: 600_000 }, async (kind) => {
  const form = forms.at(-1)!;
  const { pages, trial } = await rendered(form);
  const result = await pool.import(encoded(pages.slice(0, 1), kind));
  if (!result.ok) throw new Error(result.message);
  const tableTwo = cellsOf(form).filter(({ table }) => table === 'disclosure');
  const read = tableTwo.filter(({ key }) => result.provenance[key]?.certainty === 'inferred');
  expect(read.length).toBeGreaterThanOrEqual(tableTwo.length - 1);
  expect(read.map(({ key }) => result.provenance[key]?.raw)).toEqual(read.map(({ key }) => trial.figures.get(key)));
});
