import { refusedIdentifiers, refusedWords } from './refused-words.ts';
import { lineAt, type Complaint, type SourceFile } from './source-files.ts';

/** Files that name the words in order to refuse them. */
const listsOfWords = ['docs/style.md', 'tooling/lint/src/refused-words.ts', 'tooling/lint/src/check-language.test.ts'];

/** Complains of every word that has a standard term in its place; files of samples may hold anything. */
export function checkLanguage(files: readonly SourceFile[]): Complaint[] {
  return files
    .filter(({ path }) => !listsOfWords.includes(path) && !/\/(fixtures|golden)\//.test(path))
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
