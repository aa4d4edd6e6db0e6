import { expect, it } from 'vitest';
import { importDocument } from '../import-document.ts';
import { corpus } from './corpus.ts';
import { fuzz } from './fuzz.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { randomOf } from './mutate.ts';

it('reads no figure wrongly in silence, whatever becomes of the layout', { timeout: 120_000 }, async () => {
  const { wrong, right } = await fuzz(10);
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThan(10_000);
});

it('survives bytes that are changed, lost or doubled', { timeout: 120_000 }, async () => {
  for (const { bytes } of corpus())
    for (let seed = 1; seed <= 10; seed++)
      expect(await importDocument(mutateBytes(bytes, randomOf(seed)))).toHaveProperty('ok');
});
