import type { ImportNote } from '@gongkai/importer';

/** The notes of an imported document that require attention, one per line. */
export function formatNotes(notes: readonly ImportNote[]): string {
  return notes
    .filter(({ level }) => level === 'warning')
    .map(({ message, place }) => `注意：${message.zh}${place?.type === 'text' ? `（第 ${place.line} 行）` : ''}\n`)
    .join('');
}
