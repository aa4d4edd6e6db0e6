import { expect, it } from 'vitest';
import { labelled, secretOf } from './second-factor.ts';

const uri = 'otpauth://totp/Gongkai:clerk%40localhost?secret=ABCDEFGHIJ&issuer=Gongkai&digits=6&period=30';

it('names the account in the app by its user name', () => {
  expect(labelled(uri, 'clerk')).toBe(
    'otpauth://totp/Gongkai%3Aclerk?secret=ABCDEFGHIJ&issuer=Gongkai&digits=6&period=30',
  );
});

it('formats the secret for typing', () => {
  expect(secretOf(uri)).toBe('ABCD EFGH IJ');
});
