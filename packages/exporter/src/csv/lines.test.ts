import { expect, it } from 'vitest';
import { forSpreadsheets, guardText, writeLines } from './lines.ts';

it('ends each line and quotes only fields that need it', () => {
  expect(
    writeLines([
      ['三', '（三）1', '+52'],
      ['a,b', 'say "no"', 'two\nlines'],
    ]),
  ).toBe('三,（三）1,+52\n"a,b","say ""no""","two\nlines"\n');
});

it('writes a byte order mark and CRLF for spreadsheet programs', () => {
  expect(writeLines([['一', '1']], forSpreadsheets)).toBe('\u{FEFF}一,1\r\n');
});

it.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', '\t=1', '\r=1'])('keeps %j from being a formula', (text) => {
  expect(guardText(text)).toBe(`'${text}`);
});

it.each(['无', '/', '—', '-', '--', 'a=b', ''])('leaves %j as it is', (text) => {
  expect(guardText(text)).toBe(text);
});
