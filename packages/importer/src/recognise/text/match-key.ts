import { normaliseRadicals } from '../../source/radicals.ts';

/** Replaces compatibility forms and radicals with the usual characters; for comparison only, never for storage. */
export function fold(text: string): string {
  return normaliseRadicals(text).normalize('NFKC');
}

/** The key for comparing labels: letters and digits only, so that blanks and punctuation make no difference. */
export function matchKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
