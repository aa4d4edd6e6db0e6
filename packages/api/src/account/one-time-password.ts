import { randomInt } from 'node:crypto';
import { passwordFault } from './password.ts';

/** Without those that are read for one another: 0 O, 1 l I. */
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password to be told by telephone and typed once: three groups of four, some 70 bits. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  for (;;) {
    const password = [group(), group(), group()].join('-');
    if (passwordFault(password) === undefined) return password;
  }
}
