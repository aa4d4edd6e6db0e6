/** Returns the distinct pairs of adjacent characters of a text, in lower case, none across white space. */
export function bigrams(text: string): string[] {
  const characters = [...text.toLowerCase()];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return [...new Set(pairs.filter((pair) => !/\s/u.test(pair)))];
}
