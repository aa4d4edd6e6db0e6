import { describe, expect, it } from 'vitest';
import { creditCodeCheck, organisationCheck } from '../../agency/credit-code.ts';
import { lostDigits, worseCreditCode } from './lost-digits.ts';

/** Builds a valid code with this beginning. */
function codeOf(beginning: string, organisation: string): string {
  const first = `${beginning}${organisation}${organisationCheck(organisation)}`;
  return first + creditCodeCheck(first);
}
const right = codeOf('11239921', '00000042');

describe('a code that a spreadsheet program has changed', () => {
  it.each([
    ['creditCode', '1.12399E+17'],
    ['creditCode', '1E+17'],
    ['creditCode', '112399210000000000'],
    ['divisionCode', '2.30523E+08'],
    ['postcode', '34000'],
    ['phone', '9995550113'],
    ['phone', '1055501130'],
    ['fax', '3.5212345E+10'],
  ] as const)('is found in %s %s', (column, text) => {
    expect(lostDigits(column, text)).toContain(text);
  });

  it.each([
    ['creditCode', right],
    ['creditCode', `${right.slice(0, 17)}A`],
    ['divisionCode', '230523102'],
    ['postcode', '034000'],
    ['phone', '09995550113'],
    ['phone', '0999-5550113'],
    ['phone', '13800000000'],
    ['phone', '4008001234'],
    ['phone', '5550113'],
    ['phone', '12345'],
    ['name', '1E5'],
  ] as const)('is not found in %s %s', (column, text) => {
    expect(lostDigits(column, text)).toBeUndefined();
  });
});

it('keeps a wrong code from replacing a right one, but neither a right one nor one for a wrong one', () => {
  const wrong = `${right.slice(0, 16)}${right[16] === '0' ? '1' : '0'}${right[17]}`;
  const other = codeOf('11239921', '00000051');
  expect(worseCreditCode(right, wrong)).toContain(right);
  expect(worseCreditCode(right, right.slice(0, 17))).toContain('17 位');
  for (const [before, after] of [
    [right, other],
    [wrong, right],
    [wrong, wrong],
    [null, wrong],
    [right, null],
  ] as const)
    expect(worseCreditCode(before, after)).toBeUndefined();
});
