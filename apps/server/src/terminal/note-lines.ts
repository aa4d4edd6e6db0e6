import type { ImportNote } from '@gongkai/importer';

/** What asks for a look in an imported document, a line each. */
export function formatNotes(notes: readonly ImportNote[]): string {
  return notes
    .filter(({ level }) => level === 'warning')
    .map(({ message, place }) => `注意：${message.zh}${place?.type === 'text' ? `（第 ${place.line} 行）` : ''}\n`)
    .join('');
}
