import { afterAll, describe, it } from 'vitest';
import { expectExample, expectExercise, installSchema, readmeExamples } from './src/installed-schema.ts';
import { engineOfOldestChrome, nodeOfVersion, oldestNode } from './src/old-node.ts';

const { project, remove } = installSchema();
afterAll(remove);

/** Fetched from the registry, which takes longer than the tests. */
describe('the schema package, on the oldest engines that it supports', { timeout: 300_000 }, () => {
  it.each(readmeExamples)('runs the example of its README that uses $title, on the oldest Node', ({ code }) => {
    expectExample(code, project, nodeOfVersion(oldestNode));
  });

  it.each([
    ['the oldest Node', oldestNode],
    ['the engine of the oldest Chrome and Edge', engineOfOldestChrome],
  ])('runs all that it exports, and every rule on its vectors, on %s', (_name, version) => {
    expectExercise(project, nodeOfVersion(version));
  });
});
