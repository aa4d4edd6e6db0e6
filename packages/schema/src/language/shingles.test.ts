import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, isCertainlyBelow, shareIn, shinglesOf } from './shingles.ts';

/** Letters of a small alphabet, so that runs come again. */
const letters = fc.string({ unit: fc.constantFrom('水', '库', '公', '开', '镇'), maxLength: 400 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('the fingerprint of letters', () => {
  it('never calls letters unlike whose share is above, whatever they have in common', () => {
    fc.assert(
      fc.property(letters, letters, letters, shares, (head, middle, tail, share) => {
        const [own, other] = [head + middle, middle + tail];
        const isBelow = isCertainlyBelow(share, own, fingerprint(other));
        expect(isBelow && shareIn(shinglesOf(own), other) > share).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('tells letters apart that have nothing in common', () => {
    const text = (from: number) =>
      String.fromCharCode(...Array.from({ length: 300 }, (_, at) => 0x4e00 + from + at * 7));
    expect(isCertainlyBelow(0.9, text(0), fingerprint(text(5_000)))).toBe(true);
    expect(isCertainlyBelow(0.9, text(0), fingerprint(text(0)))).toBe(false);
  });

  it('says nothing of letters too short to compare', () => {
    expect(isCertainlyBelow(0.9, '水库', fingerprint('公开'))).toBe(false);
  });
});
