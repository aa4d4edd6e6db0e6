/** The pairs of neighbouring characters of a text, each once, in lower case, none across white space. */
export function bigrams(text: string): string[] {
  const characters = [...text.toLowerCase()];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return [...new Set(pairs.filter((pair) => !/\s/u.test(pair)))];
}
