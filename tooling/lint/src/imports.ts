import { parseSync, Visitor, type Expression, type StringLiteral } from 'oxc-parser';
import { lineAt, type SourceFile } from './source-files.ts';

/** An import, re-export or `import()` of a file; `typeOnly` if nothing of it remains at run time. */
export type Import = { specifier: string; typeOnly: boolean; line: number };

/** Reads the imports of a TypeScript, JavaScript or Svelte file. */
export function importsOf({ path, text }: SourceFile): Import[] {
  if (!/\.(ts|js|mjs|svelte)$/.test(path)) return [];
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const { program, errors } = parseSync(path, code, { lang: 'ts', sourceType: 'module' });
  const [error] = errors;
  if (error) throw new SyntaxError(`${path}: ${error.message}`);

  const found: Import[] = [];
  const add = (source: Expression | StringLiteral | null, kind: 'type' | 'value') => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
    found.push({ specifier: source.value, typeOnly: kind === 'type', line: lineAt(code, source.start) });
  };
  // `import { type T }` is not a type-only import: an empty import remains at run time.
  new Visitor({
    ImportDeclaration: ({ source, importKind }) => add(source, importKind ?? 'value'),
    ExportNamedDeclaration: ({ source, exportKind }) => add(source, exportKind ?? 'value'),
    ExportAllDeclaration: ({ source, exportKind }) => add(source, exportKind ?? 'value'),
    ImportExpression: ({ source }) => add(source, 'value'),
    TSImportType: ({ source }) => add(source, 'type'),
  }).visit(program);
  return found;
}

const script = /(<script(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*>)([\s\S]*?)<\/script>/g;

/** The scripts of a Svelte file with everything else blanked, so that offsets and lines stay the same. */
function scriptsOf(text: string): string {
  const blank = (part: string) => part.replaceAll(/[^\n]/g, ' ');
  let code = '';
  for (const match of text.matchAll(script)) {
    const [, tag = '', body = ''] = match;
    const start = match.index + tag.length;
    code += blank(text.slice(code.length, start)) + body;
  }
  return code + blank(text.slice(code.length));
}
