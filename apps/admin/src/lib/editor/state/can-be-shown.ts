import type { Finding } from '@gongkai/schema';

/** True if a finding refers to cells, a text or a section, to which the editor can go. */
export function canBeShown({ cells, place, section }: Finding): boolean {
  return cells.length > 0 || place !== undefined || section !== undefined;
}
