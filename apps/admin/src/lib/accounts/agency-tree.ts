import type { AgencySummary } from '@gongkai/api/schemas';

/** An agency in the tree, with the number of its ancestors. */
export interface TreeAgency {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

type Node = Pick<AgencySummary, 'id' | 'name' | 'parentId'>;

/** Lists each agency below its parent. Each agency is listed once, even if the parents form a cycle. */
export function buildAgencyTree(agencies: readonly Node[]): TreeAgency[] {
  const known = new Set(agencies.map(({ id }) => id));
  const childrenOf = Map.groupBy(agencies, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null));
  const seen = new Set<string>();
  const walk = (node: Node, depth: number): TreeAgency[] => {
    if (seen.has(node.id)) return [];
    seen.add(node.id);
    const { id, name } = node;
    return [{ id, name, depth }, ...(childrenOf.get(id) ?? []).flatMap((child) => walk(child, depth + 1))];
  };
  const rooted = (childrenOf.get(null) ?? []).flatMap((root) => walk(root, 0));
  return [...rooted, ...agencies.flatMap((node) => walk(node, 0))];
}
