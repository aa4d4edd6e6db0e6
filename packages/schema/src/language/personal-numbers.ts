import type { Text } from '../engine/rule.ts';

/** A number that belongs to a private person, shown only in part. */
export interface PersonalNumber {
  readonly kind: Text;
  readonly masked: string;
  readonly start: number;
  readonly end: number;
}

const identityCard: Text = { zh: '身份证号码', en: 'identity-card number' };
const mobile: Text = { zh: '手机号码', en: 'mobile number' };

/** Identity-card numbers with a right check character (GB 11643), and mobile numbers. */
export function personalNumbers(text: string): PersonalNumber[] {
  return [...text.matchAll(/(?<![\dA-Za-z.])(?:\d{17}[\dXx]|1[3-9]\d{9})(?![\dA-Za-z])/g)].flatMap(
    ({ 0: found, index }) => {
      const isCard = found.length === 18;
      if (isCard && !hasCheckCharacter(found)) return [];
      const masked = `${found.slice(0, 3)}…${found.slice(-2)}`;
      return [{ kind: isCard ? identityCard : mobile, masked, start: index, end: index + found.length }];
    },
  );
}

/** GB 11643: weights 2^(18-i) mod 11 over the first 17 digits. */
function hasCheckCharacter(number: string): boolean {
  const sum = [...number.slice(0, 17)].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}
