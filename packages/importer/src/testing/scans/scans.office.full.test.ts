import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scansPage, tryScans } from './measure-scans.ts';

/** Share of figures that may be left unread, by what befell the scan. */
const mostUnread: Readonly<Record<string, number>> = {
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
        mostUnread[degradation]!,
      );
    const page = readFileSync(new URL('../../../../../docs/reference/import-scans.md', import.meta.url), 'utf8');
    expect(page, 'stale: npm run pnpm -- --filter @gongkai/importer reference').toBe(scansPage(lines));
  },
);
