import { afterAll, it, vi } from 'vitest';
import { badPictures } from '../../testing/bad-pictures.ts';
import { expectRefused } from '../../testing/refused.ts';
import { createImportPool } from '../import-pool.ts';

vi.setConfig({ testTimeout: 60_000 });

const pool = createImportPool({ size: 1 });
afterAll(() => pool.close());

it.each(Object.keys(badPictures))('%s is refused with a reason, within 10 s and 512 MB', (name) =>
  expectRefused(pool, badPictures[name]!()),
);
