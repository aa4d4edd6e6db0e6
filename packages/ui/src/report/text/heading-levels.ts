import type { TextBlock } from '@gongkai/schema';

/**
 * HTML levels of the headings in running text, without a gap: the highest heading level found becomes `top`, the next
 * one `top + 1`. Sources may skip levels, but the outline of a page must not.
 */
export function headingLevels(blocks: readonly TextBlock[], top: number): ReadonlyMap<number, number> {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? block.level : []));
  return new Map([...new Set(levels)].sort((a, b) => a - b).map((level, index) => [level, Math.min(6, top + index)]));
}
