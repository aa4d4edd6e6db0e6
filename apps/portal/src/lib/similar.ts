/** Pairs of neighbouring characters; Chinese names are told apart by them well enough. */
function bigrams(text: string): Set<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, index) => characters[index]! + character));
}

/** The items whose names share most with the words looked for, best first; those that share nothing are left out. */
export function similar<T extends { readonly name: string }>(items: readonly T[], words: string, limit: number): T[] {
  const wanted = bigrams(words);
  return items
    .map((item) => {
      const found = bigrams(item.name);
      return { item, score: (2 * wanted.intersection(found).size) / (wanted.size + found.size) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
