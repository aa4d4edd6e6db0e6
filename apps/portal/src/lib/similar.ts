/** At least this much of what was looked for must be met: below it names are alike by their common endings only. */
const least = 0.3;

/** Characters and pairs of neighbours: what is left of a Chinese name when one character is wrong. */
function traits(text: string): Set<string> {
  const characters = [...text];
  return new Set(characters.flatMap((character, index) => [character, character + (characters[index + 1] ?? '')]));
}

/** The items whose names share most with the words looked for, best first; what is hardly like them is left out. */
export function similar<T extends { readonly name: string }>(items: readonly T[], words: string, limit: number): T[] {
  const wanted = traits(words);
  return items
    .map((item) => ({ item, score: wanted.intersection(traits(item.name)).size / wanted.size }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
