import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './paths.mjs';

const folder = join(root, '.changeset');
const published = readdirSync(join(root, 'packages'))
  .map((name) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')))
  .filter((description) => !description.private)
  .map(({ name }) => name as string);
const changesets = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** What operators install: its changelog is the product's. */
const product = '@gongkai/server';

test('the configuration publishes openly and keeps changelogs of private packages', () => {
  const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
  expect(config).toMatchObject({ access: 'public', privatePackages: { version: true, tag: false } });
});

test.each(changesets)(
  '%s names published packages or the product, how grave the change is, and tells of it',
  (name) => {
    const [, head = '', text = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
    const lines = head.split('\n').map((line) => /^'([^']+)': (major|minor|patch)$/.exec(line));
    expect(lines.map((found) => found?.[1])).not.toContain(undefined);
    for (const found of lines) expect([...published, product]).toContain(found![1]);
    expect(text.trim().length).toBeGreaterThan(20);
  },
);
