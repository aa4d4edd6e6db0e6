import type { RegisterEntry } from '@gongkai/api/schemas';

/** A visible line of the tree. */
export interface TreeLine {
  readonly entry: RegisterEntry;
  /** Depth, from 1. */
  readonly level: number;
  readonly hasChildren: boolean;
  readonly open: boolean;
  /** Position among the siblings, from 1, and the number of siblings. */
  readonly position: number;
  readonly siblings: number;
}

/** Agencies by the id of their parent; agencies without a parent in `entries` have the empty key. */
export function childrenByParent(entries: readonly RegisterEntry[]): ReadonlyMap<string, readonly RegisterEntry[]> {
  const ids = new Set(entries.map(({ id }) => id));
  return Map.groupBy(entries, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : ''));
}

/** The visible lines in order; the children of an expanded node follow it. */
export function visibleLines(entries: readonly RegisterEntry[], isOpen: (id: string) => boolean): TreeLine[] {
  const children = childrenByParent(entries);
  const below = (parentId: string, level: number): TreeLine[] => {
    const siblings = children.get(parentId) ?? [];
    return siblings.flatMap((entry, at) => {
      const hasChildren = (children.get(entry.id)?.length ?? 0) > 0;
      const open = hasChildren && isOpen(entry.id);
      const line = { entry, level, hasChildren, open, position: at + 1, siblings: siblings.length };
      return open ? [line, ...below(entry.id, level + 1)] : [line];
    });
  };
  return below('', 1);
}

/** The agencies that match all words of a search, with all their ancestors. */
export function found(entries: readonly RegisterEntry[], search: string): readonly RegisterEntry[] {
  const words = search.trim().toUpperCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const kept = new Set<RegisterEntry>();
  for (const entry of entries) {
    const text = [entry.name, entry.divisionCode, entry.creditCode, entry.id].join(' ').toUpperCase();
    if (!words.every((word) => text.includes(word))) continue;
    for (let at: RegisterEntry | undefined = entry; at && !kept.has(at); at = byId.get(at.parentId ?? '')) kept.add(at);
  }
  return entries.filter((entry) => kept.has(entry));
}

export type TreeStep = { readonly go: string } | { readonly open: string } | { readonly close: string };

/** The effect of a key at the line with this id. As in any tree, arrow keys move, expand and collapse. */
export function treeStepForKey(key: string, lines: readonly TreeLine[], id: string): TreeStep | undefined {
  const at = lines.findIndex(({ entry }) => entry.id === id);
  const line = lines[at];
  if (!line) return undefined;
  const go = (target: TreeLine | undefined) => (target ? { go: target.entry.id } : undefined);
  switch (key) {
    case 'ArrowDown':
      return go(lines[at + 1]);
    case 'ArrowUp':
      return go(lines[at - 1]);
    case 'Home':
      return go(lines[0]);
    case 'End':
      return go(lines.at(-1));
    case 'ArrowRight':
      return line.hasChildren ? (line.open ? go(lines[at + 1]) : { open: id }) : undefined;
    case 'ArrowLeft':
      return line.open ? { close: id } : go(lines.slice(0, at).findLast(({ level }) => level < line.level));
    default:
      return undefined;
  }
}
