import { expect, it } from 'vitest';
import { buildAgencyTree } from './agency-tree.ts';

const node = (id: string, parentId: string | null) => ({ id, name: id, parentId });

it('puts agencies below the one that they belong to', () => {
  const tree = buildAgencyTree([
    node('town', 'county'),
    node('county', null),
    node('village', 'town'),
    node('bureau', 'county'),
  ]);
  expect(tree.map(({ id, depth }) => [id, depth])).toEqual([
    ['county', 0],
    ['town', 1],
    ['village', 2],
    ['bureau', 1],
  ]);
});

it('shows each agency once, also those whose parent is unknown or that run in a circle', () => {
  const tree = buildAgencyTree([node('a', 'b'), node('b', 'a'), node('orphan', 'gone')]);
  expect(tree.map(({ id }) => id).sort()).toEqual(['a', 'b', 'orphan']);
});
