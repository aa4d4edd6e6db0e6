import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isFull } from '@gongkai/tooling-vitest/full';
import { describe, expect, test } from 'vitest';
import { constructs, literalsIn, shippedFiles, unique } from './find-expressions.ts';
import { findSlowText } from './growth.ts';
import { recordConstructed } from './record-constructed.ts';

// Its program for the JVM and those for single systems are not installed.
process.env['RECHECK_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const files = shippedFiles(root);
const literals = literalsIn(files);
const constructing = files.filter(constructs).map(({ path }) => path);
const load = (path: string) => import(pathToFileURL(join(root, path)).href) as Promise<Record<string, never>>;

/** Runs what constructs expressions: loads each module, and calls those that do so later. */
const constructed = await recordConstructed(async () => {
  for (const path of constructing) await load(path);
  const { check } = (await load('packages/schema/src/catalogue/index.ts')) as Record<
    string,
    (...args: unknown[]) => void
  >;
  const { forms } = (await load('packages/schema/src/forms/registry.ts')) as Record<string, unknown[]>;
  const { sampleReport } = (await load('packages/schema/src/catalogue/run-vector.ts')) as Record<
    string,
    (...args: unknown[]) => void
  >;
  for (const form of forms!)
    check!(form, sampleReport!(form, { text: { overview: ['收到政府信息公开申请1件，办结1件，占100%。'] } }));
  const { highlight } = (await load('packages/ui/src/components/highlight.ts')) as Record<
    string,
    (...args: unknown[]) => void
  >;
  highlight!('公开', ['公开', '信息']);
  const { sessionCookieReader } = (await load('packages/api/src/account/auth/session-cookie.ts')) as Record<
    string,
    (...args: unknown[]) => void
  >;
  sessionCookieReader!('secret');
  const { parseMimeMessage } = (await load('packages/importer/src/read/mht/mime.ts')) as Record<
    string,
    (...args: unknown[]) => void
  >;
  parseMimeMessage!(new TextEncoder().encode('Content-Type: text/html; charset=utf-8\n\n<p>一</p>'));
  const { divideAtHeadings } = (await load('packages/importer/src/recognise/sections/divide-at-headings.ts')) as Record<
    string,
    (...args: unknown[]) => void
  >;
  divideAtHeadings!(forms![0], [{ cells: [{ text: `一、总体情况${'甲'.repeat(300)}` }] }]);
});
/** The constructing file that is nearest to the top of a stack: those that import it may stand below it. */
const fileOf = (stack: string) =>
  constructing
    .filter((path) => stack.includes(path))
    .reduce<string | undefined>(
      (top, path) => (top && stack.indexOf(top) < stack.indexOf(path) ? top : path),
      undefined,
    );
const ours = constructed.flatMap((made) => {
  const place = fileOf(made.place);
  return place ? [{ ...made, place }] : [];
});
const expressions = unique([...literals, ...ours]);

test('expressions are found in every package and app, constructed ones too', () => {
  const folders = new Set(literals.map(({ place }) => place.split('/').slice(0, 2).join('/')));
  expect([...folders].sort()).toEqual(expect.arrayContaining(['apps/admin', 'apps/server', 'packages/schema']));
  expect(literals.length).toBeGreaterThan(200);
  const seen = new Set(expressions.map(({ place }) => place));
  expect(constructing.filter((path) => !seen.has(path))).toEqual([]);
});

// The analysis takes a minute of processor time; the measurement below finds the same kinds.
describe.each(isFull ? expressions : [])('$place /$source/', ({ source, flags }) => {
  test('is not super-linear by analysis', () => {
    const { status, ...found } = checkSync(source, flags, { timeout: 500 });
    // What the analysis does not finish is for the measurement to tell.
    expect(status === 'vulnerable' ? found : undefined).toBeUndefined();
  });
});

describe.each(expressions)('$place /$source/', ({ source, flags }) => {
  test('takes no more than its share of time over any text', () => {
    expect(findSlowText(source, flags)).toBeUndefined();
  }, 60_000);
});

test.each(['a+b', '“[^”]*”', '\\s*,', '(?:一|二)+$', '其中[^。]*合计'])(
  '/%s/ would be noticed',
  (source) => {
    expect(findSlowText(source, 'g')).toBeDefined();
  },
  60_000,
);
