/** Characters that any text can contain, in addition to those that an expression mentions. */
const common = ['a', '1', ' ', '\n', '，', '。', '件'];
/** Representative characters of a character class. */
const classes: Readonly<Record<string, readonly string[]>> = {
  s: [' ', '\n'],
  d: ['1'],
  w: ['a'],
  S: ['x'],
  D: ['x'],
  W: ['-'],
  n: ['\n'],
  r: ['\r'],
  t: ['\t'],
  b: [],
  B: [],
};
const mostPieces = 18;
/** The last character of every text. No expression expects it, so a match fails at the last moment. */
const end = '\0';

/**
 * Generates texts of about the given length from the words and characters that an expression mentions: each repeated, each
 * pair alternating, and each after the beginning of the expression.
 */
export function* attacksOn(source: string, length: number): Generator<string> {
  const { characters, words } = mentionedBy(source);
  const pieces = [...new Set([...words, ...characters, ...common])].slice(0, mostPieces);
  const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length));
  for (const piece of pieces) yield fill(piece) + end;
  for (const first of pieces)
    for (const second of pieces)
      if (first !== second) {
        yield fill(first + second) + end;
        yield first + fill(second) + end;
      }
  if (words.length > 0) yield fill(words.join('')) + end;
}

/** The literal words and characters of an expression; a class is represented by one or two of its characters. */
function mentionedBy(source: string): { characters: string[]; words: string[] } {
  const characters = new Set<string>();
  const words: string[] = [];
  let word = '';
  let inClass = false;
  const closeWord = () => {
    if (word.length > 1) words.push(word);
    word = '';
  };
  const add = (character: string) => {
    characters.add(character);
    if (!inClass) word += character;
  };
  const plain = source
    .replace(/\\u\{?([\da-f]{4,5})\}?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\p\{[^}]{1,40}\}/gi, '政')
    .replace(/\(\?(?:<?[=!]|<\w{1,40}>|:)/g, '(')
    .replace(/\{\d{0,4},?\d{0,4}\}/g, '*');
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at]!;
    if (character === '\\') {
      const escaped = plain[++at] ?? '';
      const meant = classes[escaped] ?? [escaped];
      if (meant.length === 1 && !(escaped in classes)) add(escaped);
      else closeWord();
      for (const one of meant) characters.add(one);
    } else if (inClass) {
      if (character === ']') inClass = false;
      else if (character !== '^' && character !== '-') add(character);
    } else if (character === '[') {
      closeWord();
      inClass = true;
    } else if ('()|^$.*+?'.includes(character)) closeWord();
    else add(character);
  }
  closeWord();
  return { characters: [...characters], words: [...new Set(words)] };
}
