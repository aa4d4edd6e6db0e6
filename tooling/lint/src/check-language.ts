import { refusedIdentifiers, refusedWords } from './refused-words.ts';
import { lineAt, type Complaint, type SourceFile } from './source-files.ts';

/** Files that list the refused words. */
const listsOfWords = ['docs/style.md', 'tooling/lint/src/refused-words.ts', 'tooling/lint/src/check-language.test.ts'];

/** Reports every word for which a standard term exists; fixtures, golden files and published migrations are not checked. */
export function checkLanguage(files: readonly SourceFile[]): Complaint[] {
  return files
    .filter(({ path }) => !listsOfWords.includes(path) && !/\/(fixtures|golden|migrations)\//.test(path))
    .flatMap((file) =>
      [...refusedWords, ...refusedIdentifiers]
        .filter(({ allowedIn = [] }) => !allowedIn.some((folder) => file.path.startsWith(folder)))
        .flatMap(({ pattern, instead }) =>
          [...file.text.matchAll(pattern)].map((match) => ({
            path: file.path,
            line: lineAt(file.text, match.index),
            message: `"${match[0]}" is not used here: write ${instead} (docs/style.md)`,
          })),
        ),
    );
}
