import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import { isTest, lineAt, readSourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** A third of the longest paragraph that a report's JSON may hold: what is slow shows here already. */
const length = 30_000;
const seconds = 0.4;
/**
 * What text is made of; a pattern's own characters come to it. Patterns that are put together from vocabularies are
 * timed with the rules that use them (slow-text.test.ts).
 */
const common = [
  ' ',
  '\n',
  '，',
  '。',
  '（',
  '、',
  '1',
  '1,',
  '1.',
  '9件',
  '一',
  '第',
  '其中',
  '2024年',
  '《',
  'a',
  '-',
  '0.',
];

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

function patternsOf(folder: string): Pattern[] {
  return readSourceFiles(root, [folder])
    .filter((file) => file.path.endsWith('.ts') && !isTest(file))
    .flatMap(({ path, text }) => {
      const found: Pattern[] = [];
      new Visitor({
        Literal: (literal) => {
          if (!('regex' in literal)) return;
          const { pattern: source, flags } = literal.regex;
          found.push({ place: `${path}:${lineAt(text, literal.start)}`, source, flags });
        },
      }).visit(parseSync(path, text, { lang: 'ts', sourceType: 'module' }).program);
      return found;
    });
}

/** Pieces to repeat: the common ones, the pattern's own words, and each of its own characters. */
function piecesFor(source: string): string[] {
  const words = source.match(/[\p{Script=Han}]+|[a-z]{2,}/giu) ?? [];
  const characters = source.match(/[\p{L}\p{N}，。；、：:（）()%％.,-]/gu) ?? [];
  return [...new Set([...common, ...words, ...characters, words.join('')])].filter((piece) => piece !== '');
}

/** Seconds of this process's own work, whatever else the machine does. */
function worked(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const patterns = patternsOf('packages/schema/src');

test('patterns are found', () => {
  expect(patterns.length).toBeGreaterThan(40);
});

test.each(patterns)(
  '$place takes no long over a long paragraph: $source',
  ({ source, flags }) => {
    const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
    for (const piece of piecesFor(source)) {
      const text = `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}\0`;
      expect({ piece, long: worked(() => void text.replace(pattern, '')) > seconds }).toEqual({ piece, long: false });
    }
  },
  60_000,
);

test('a slow pattern would be seen', () => {
  const text = `${'a'.repeat(length)}\0`;
  expect(worked(() => void text.replace(/a+b/g, ''))).toBeGreaterThan(seconds);
}, 60_000);
