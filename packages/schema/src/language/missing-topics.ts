/** Topics of which the text has no word. */
export function topicsMissing(text: string, topics: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(topics)
    .filter(([, words]) => !words.some((word) => text.includes(word)))
    .map(([topic]) => topic);
}
