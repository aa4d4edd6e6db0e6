/** Minimum share of the query's traits that a name must contain; below it, names share only their common endings. */
const least = 0.3;

/** Characters and pairs of adjacent characters; most of them remain when one character of a Chinese name is wrong. */
function traits(text: string): Set<string> {
  const characters = [...text];
  return new Set(characters.flatMap((character, index) => [character, character + (characters[index + 1] ?? '')]));
}

/** The items whose names share most traits with the query, best first. Items below the minimum are omitted. */
export function similar<T extends { readonly name: string }>(items: readonly T[], words: string, limit: number): T[] {
  const wanted = traits(words);
  return items
    .map((item) => ({ item, score: wanted.intersection(traits(item.name)).size / wanted.size }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
