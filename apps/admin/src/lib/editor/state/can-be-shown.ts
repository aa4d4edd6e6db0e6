import type { Finding } from '@gongkai/schema';

/** Whether a finding speaks of a place that one can go to: cells, words, or a section. */
export function canBeShown({ cells, place, section }: Finding): boolean {
  return cells.length > 0 || place !== undefined || section !== undefined;
}
