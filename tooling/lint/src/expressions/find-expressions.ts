import { parseSync, Visitor } from 'oxc-parser';
import { parse as parseSvelte } from 'svelte/compiler';
import { isDevelopment, lineAt, readSourceFiles, type SourceFile } from '../source-files.ts';

/** A regular expression of the source, with one of its positions. */
export interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Whether a file ships: sources of packages and apps without tests and scripts. */
export function shippedFiles(root: string): SourceFile[] {
  return readSourceFiles(root, ['apps', 'packages']).filter(
    (file) => /\.(ts|js|mjs|svelte)$/.test(file.path) && !isDevelopment(file),
  );
}

/** Finds the literal expressions of these files, without duplicates. */
export function literalsIn(files: readonly SourceFile[]): Expression[] {
  return unique(
    files.flatMap((file) => (file.path.endsWith('.svelte') ? literalsInSvelte(file) : literalsInCode(file))),
  );
}

/** Whether a file constructs expressions at run time. */
export function constructs({ path, text }: SourceFile): boolean {
  if (!text.includes('RegExp(') || path.endsWith('.svelte')) return false;
  let found = false;
  const look = (callee: { type: string; name?: unknown }) => {
    if (callee.type === 'Identifier' && callee.name === 'RegExp') found = true;
  };
  new Visitor({ NewExpression: ({ callee }) => look(callee), CallExpression: ({ callee }) => look(callee) }).visit(
    parseSync(path, text, { lang: 'ts', sourceType: 'module' }).program,
  );
  return found;
}

export function unique(expressions: readonly Expression[]): Expression[] {
  return [...new Map(expressions.map((found) => [`/${found.source}/${found.flags}`, found])).values()];
}

function literalsInCode({ path, text }: SourceFile): Expression[] {
  const found: Expression[] = [];
  new Visitor({
    Literal: (literal) => {
      if (!('regex' in literal)) return;
      const { pattern: source, flags } = literal.regex;
      found.push({ place: `${path}:${lineAt(text, literal.start)}`, source, flags });
    },
  }).visit(parseSync(path, text, { lang: 'ts', sourceType: 'module' }).program);
  return found;
}

/** Expressions in the scripts and the markup of a component. */
function literalsInSvelte({ path, text }: SourceFile): Expression[] {
  const found: Expression[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, start } = node as {
      type?: string;
      regex?: { pattern: string; flags: string };
      start?: number;
    };
    if (type === 'Literal' && regex)
      found.push({ place: `${path}:${lineAt(text, start ?? 0)}`, source: regex.pattern, flags: regex.flags });
    else Object.values(node).forEach(walk);
  };
  walk(parseSvelte(text, { modern: true }));
  return found;
}
