import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

it('documents every entry point of the package', () => {
  const { exports } = read('package.json') as { exports: Record<string, string> };
  const { entryPoints } = read('typedoc.json') as { entryPoints: string[] };
  expect(entryPoints.toSorted()).toEqual(
    Object.values(exports)
      .map((path) => path.replace('./', ''))
      .toSorted(),
  );
});
