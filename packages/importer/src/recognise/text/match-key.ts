import { normaliseRadicals } from '../../source/radicals.ts';

/** Text with compatibility forms and stray radicals replaced by usual characters; for comparing, never for keeping. */
export function fold(text: string): string {
  return normaliseRadicals(text).normalize('NFKC');
}

/** Key by which labels are compared: letters and digits only, so blanks and punctuation make no difference. */
export function matchKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
