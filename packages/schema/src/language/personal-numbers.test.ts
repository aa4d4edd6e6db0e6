import { describe, expect, it } from 'vitest';
import { personalNumbers } from './personal-numbers.ts';

/** An identity-card number that nobody has, with its right check character. */
function cardOf(first17: string): string {
  const sum = [...first17].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return first17 + '10X98765432'[sum % 11];
}
const cards = Array.from({ length: 40 }, (_, index) => cardOf(`99990019000101${String(index).padStart(3, '0')}`));
const kinds = (text: string) => personalNumbers(text).map(({ kind }) => kind.zh);

describe('identity-card numbers', () => {
  it('are known by their check character, X in either case', () => {
    expect(cardOf('11010519491231002')).toBe('11010519491231002X');
    for (const card of cards) {
      expect(kinds(`证号${card}。`)).toEqual(['身份证号码']);
      expect(kinds(card.toLowerCase())).toEqual(['身份证号码']);
      expect(kinds(card.slice(0, 17) + (card.endsWith('0') ? '1' : '0'))).toEqual([]);
    }
    expect(cards.some((card) => card.endsWith('X'))).toBe(true);
  });

  it('are shown in part, with their place', () => {
    const [card] = cards as [string];
    expect(personalNumbers(`甲${card}乙`)).toEqual([
      {
        kind: { zh: '身份证号码', en: 'identity-card number' },
        masked: `999…${card.slice(-2)}`,
        ...{ start: 1, end: 19 },
      },
    ]);
  });
});

describe('mobile numbers', () => {
  it('have eleven digits and begin with 13 to 19', () => {
    for (const second of '3456789') expect(kinds(`1${second}955501345`)).toEqual(['手机号码']);
    for (const second of '012') expect(kinds(`1${second}955501345`)).toEqual([]);
    expect(kinds('1995550134')).toEqual([]);
    expect(personalNumbers('电话19955501345、19955501346')).toEqual([
      { kind: { zh: '手机号码', en: 'mobile number' }, masked: '199…45', start: 2, end: 13 },
      { kind: { zh: '手机号码', en: 'mobile number' }, masked: '199…46', start: 14, end: 25 },
    ]);
  });

  it.each(['199555013451', '019955501345', 'A19955501345', '19955501345b', '0.19955501345', 'z19955501345'])(
    'are no part of a longer number or word: %s',
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );
});
