import { cellsOf, forms } from '@gongkai/schema';
import { afterAll, expect, it, vi } from 'vitest';
import { createImportPool } from '../../sandbox/import-pool.ts';
import { measure } from '../variations/measure.ts';
import { encoded } from './encode.ts';
import { rendered } from './rendered.ts';

vi.setConfig({ testTimeout: 300_000 });

const form = forms.at(-1)!;
const pool = createImportPool({ size: 1, time: 60_000, scanTime: 200_000 });
afterAll(() => pool.close());

it('reads table two of a scanned page, each figure to be confirmed, and says that it was recognised', async () => {
  const { pages, trial } = await rendered(form);
  const seen: string[] = [];
  const bytes = encoded(pages.slice(0, 1), 'png');
  const result = await pool.import(bytes, {}, (page, of) => seen.push(`${page}/${of}`));
  expect(seen).toEqual(['1/1']);
  expect(result.ok && result.notes.map(({ code }) => code)).toContain('recognised-text');
  if (!result.ok) throw new Error(result.message);
  const outcome = await measure([{ ...trial, bytes }], () => Promise.resolve(result));
  expect(outcome.wrong).toEqual([]);
  const tableTwo = cellsOf(form).filter(({ table }) => table === 'disclosure');
  expect(tableTwo.map(({ key }) => result.provenance[key]?.certainty)).toEqual(tableTwo.map(() => 'inferred'));
});

it('without the programs says which to install', async () => {
  const without = createImportPool({ size: 1, time: 60_000, scan: null });
  const white = { width: 900, height: 1200, data: new Uint8Array(900 * 1200).fill(255) };
  for (const kind of ['png', 'pdf'] as const) {
    const result = await without.import(encoded([white], kind));
    expect(result).toMatchObject({
      ok: false,
      message: expect.stringMatching(/tesseract-ocr-chi-sim.*poppler-utils/u),
    });
  }
  without.close();
});

it('begins no other page of a scan that takes too long', async () => {
  const slow = createImportPool({ size: 1, time: 1, scanTime: 1 });
  const white = { width: 900, height: 1200, data: new Uint8Array(900 * 1200).fill(255) };
  expect(await slow.import(encoded([white], 'png'))).toMatchObject({ ok: false, code: 'too-slow' });
  slow.close();
});
