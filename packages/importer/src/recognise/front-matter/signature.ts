import { soleText, type Line } from '../text/lines.ts';

const date =
  /^(?:[12]\d{3}|[二〇○零一三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/u;
const name = /^[^，。；：,;:]{3,40}$/u;

/** Lines at the end of a document with its permanent address and its digest; a page break may cut the digest. */
const origin = /^(?:永久地址[:：]\s*\S+|校验值（SHA-256）[:：]\s*[0-9a-f]{0,64}|[0-9a-f]{64})$/u;

/** Removes the closing name and date of a document from its last section. */
export function withoutSignature(lines: readonly Line[]): { lines: readonly Line[]; signature: string } {
  const texts = lines.map((line) => soleText(line) ?? '');
  let end = texts.findLastIndex((text) => !origin.test(text)) + 1;
  if (end > 0 && date.test(texts[end - 1]!)) end--;
  else return { lines: lines.slice(0, end), signature: '' };
  if (end > 1 && name.test(texts[end - 1]!) && /(?:政府|局|厅|委|会|办|室|院|处|中心|所|站|队)$/u.test(texts[end - 1]!))
    end--;
  return { lines: lines.slice(0, end), signature: texts.slice(end).join('\n') };
}
