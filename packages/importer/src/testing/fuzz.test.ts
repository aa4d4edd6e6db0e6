import { expect, it } from 'vitest';
import { importDocument } from '../import-document.ts';
import { corpus } from './corpus.ts';
import { fuzz } from './fuzz.ts';
import { randomOf } from './mutate.ts';

it('reads no figure wrongly in silence, whatever becomes of the layout', { timeout: 60_000 }, async () => {
  const { wrong, right } = await fuzz(10);
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThan(10_000);
});

it('survives bytes that are changed, lost or doubled', { timeout: 60_000 }, async () => {
  for (const { bytes } of corpus())
    for (let seed = 1; seed <= 10; seed++) {
      const random = randomOf(seed);
      const mutated = [...bytes];
      for (let count = 1 + random(20); count > 0; count--) {
        const at = random(mutated.length);
        const kind = random(3);
        if (kind === 0) mutated[at] = random(256);
        else if (kind === 1) mutated.splice(at, random(200));
        else mutated.splice(at, 0, ...mutated.slice(at, at + random(200)));
      }
      expect(await importDocument(new Uint8Array(mutated))).toHaveProperty('ok');
    }
});
