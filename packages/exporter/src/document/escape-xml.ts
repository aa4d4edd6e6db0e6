const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML and HTML, between tags and in attributes with double quotes. It must be clean already. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
