/** Formats the place of a figure in its source: line of a text, page of a PDF, cell of a spreadsheet. */
export function formatSourcePlace(place: Readonly<Record<string, unknown>>): string | undefined {
  if (place['type'] === 'text') return `第 ${String(place['line'])} 行`;
  if (place['type'] === 'page') return `第 ${String(place['page'])} 页`;
  if (place['type'] === 'sheet') return `${String(place['sheet'])} ${String(place['cell'])}`;
  return undefined;
}
