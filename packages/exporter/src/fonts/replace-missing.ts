import type { Warnings } from '../document/clean-text.ts';
import type { FontSet } from './font-set.ts';

/** Stands where a character cannot be printed. */
const placeholder = '〓';

/** Characters that are laid out, not printed. */
const isLaidOut = (codePoint: number) => codePoint === 0x0a || codePoint === 0x20 || codePoint === 0xad;

/** The text with a sign for every character that no font of the set has; each of them is named in a warning. */
export function replaceMissing(text: string, { covers }: Pick<FontSet, 'covers'>, warnings: Warnings): string {
  let printed = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (isLaidOut(codePoint) || (covers(codePoint) && !isPrivate(codePoint))) printed += character;
    // Joiners and variation selectors are no characters of their own.
    else if (!/\p{Default_Ignorable_Code_Point}/u.test(character)) {
      const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
      const shown = isPrivate(codePoint) ? '自造字' : `字“${character}”`;
      warnings.add(`字体里没有${shown}（U+${code}），印作“${placeholder}”`);
      printed += placeholder;
    }
  }
  return printed;
}

/** Private-use characters mean another thing in each font, and archives refuse them. */
function isPrivate(codePoint: number): boolean {
  return (
    (codePoint >= 0xe000 && codePoint <= 0xf8ff) ||
    (codePoint >= 0xf0000 && codePoint <= 0xffffd) ||
    (codePoint >= 0x100000 && codePoint <= 0x10fffd)
  );
}
