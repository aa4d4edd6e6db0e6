import { randomInt } from 'node:crypto';
import { passwordFault } from './password.ts';

/** Characters that are easily confused are left out: 0 O, 1 l I. */
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Generates a password to be read out by telephone and typed once: three groups of four characters, about 70 bits. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  for (;;) {
    const password = [group(), group(), group()].join('-');
    if (passwordFault(password) === undefined) return password;
  }
}
