import { isDevelopment, lineAt, type Complaint, type SourceFile } from './source-files.ts';

type ReservedWord = { pattern: RegExp; home: string; message: string };

/** Words that belong to one folder, because naming them elsewhere would create a dependency on it. */
const reservedWords: readonly ReservedWord[] = [
  {
    pattern: /\bform-\d{4}\b/g,
    home: 'packages/schema/src/forms/',
    message: 'names a form outside forms/: ask the form for the property instead',
  },
  {
    pattern: /\b(portal|admin)\/(build|dist)\b/g,
    home: 'apps/server/',
    message: 'names built output that only apps/server loads',
  },
];

/** Reports every reserved word outside its folder; tests, tooling and configuration may name them. */
export function checkWords(files: readonly SourceFile[]): Complaint[] {
  const bound = files.filter((file) => !file.path.startsWith('tooling/') && !isDevelopment(file));
  return bound.flatMap((file) =>
    reservedWords
      .filter(({ home }) => !file.path.startsWith(home))
      .flatMap(({ pattern, message }) =>
        [...file.text.matchAll(pattern)].map((match) => ({
          path: file.path,
          line: lineAt(file.text, match.index),
          message: `"${match[0]}" ${message}`,
        })),
      ),
  );
}
