import { expect, it } from 'vitest';
import { agencies } from './county.ts';
import { creditCodeOf } from './credit-code.ts';

const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';

it('gives codes in the pattern of GB 32100 whose weighted sum is divisible by 31', () => {
  for (let serial = 1; serial <= 40; serial++) {
    const code = creditCodeOf('239921', serial);
    expect(code).toMatch(/^11239921\d{8}[\dX][0-9A-HJ-NPQRTUWXY]$/);
    const sum = [...code].reduce(
      (total, symbol, at) => total + symbols.indexOf(symbol) * (at === 17 ? 1 : 3 ** at % 31),
      0,
    );
    expect(sum % 31).toBe(0);
  }
});

it('gives every agency its own code, id and name', () => {
  for (const field of ['creditCode', 'id', 'name'] as const)
    expect(new Set(agencies.map((agency) => agency[field])).size).toBe(agencies.length);
  for (const { id } of agencies) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});
