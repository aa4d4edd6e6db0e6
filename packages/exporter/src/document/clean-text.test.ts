import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, Warnings } from './clean-text.ts';

it.each([
  ['控\u0000制\u001b符', '控制符'],
  ['\u202e321\u202c件', '321件'],
  ['一\r\n二\r三\u2028四', '一\n二\n三\n四'],
  ['半\ud800个', '半个'],
  ['𠮷\ue000', '𠮷\ue000'],
  ['甲\t乙', '甲 乙'],
])('%j becomes %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

it('names what was left out, each kind once', () => {
  const warnings = new Warnings();
  cleanText('a\u0000b\u0001', warnings);
  cleanText('\u202e', warnings);
  expect(warnings.lines).toEqual([
    '文字中的控制字符没有写入文件（2 处）。',
    '文字中的书写方向控制符没有写入文件（1 处）。',
  ]);
});

it('gives text that is well formed and valid in XML, and changes none that is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (codes) => {
      const text = String.fromCodePoint(...codes);
      const clean = cleanText(text);
      return clean.isWellFormed() && !/(?!\n)\p{Cc}|[\u{fffe}\u{ffff}]/u.test(clean) && cleanText(clean) === clean;
    }),
  );
});
