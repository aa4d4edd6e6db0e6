/** Topics none of whose words stand in the text. */
export function topicsMissing(text: string, topics: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(topics)
    .filter(([, words]) => !words.some((word) => text.includes(word)))
    .map(([topic]) => topic);
}
