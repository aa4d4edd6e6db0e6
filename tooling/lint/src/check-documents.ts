import { posix } from 'node:path';
import { lineAt, type Complaint, type SourceFile } from './source-files.ts';

/** Generated pages, changesets, and documents that serve as fixtures. */
const unchecked = /^docs\/reference\/|^\.changeset\/|\/(fixtures|examples|golden)\//;
const relativeLink = /\]\((?!\w+:|#)([^)#\s]+)/g;
/** A path from the root in code font, such as `packages/api/src/trpc.ts`. Patterns with `*` or `<id>` do not match. */
const pathFromRoot = /`((?:apps|packages|tooling|docs)\/[\w.,()[\]=/-]+)`/g;

/**
 * Reports relative links and paths in Markdown whose target is missing.
 * @param exists Whether a path from the root is a file or folder of the repository.
 */
export function checkDocuments(files: readonly SourceFile[], exists: (path: string) => boolean): Complaint[] {
  return files
    .filter(({ path }) => !unchecked.test(path))
    .flatMap(({ path, text }) => {
      const folder = posix.dirname(path);
      const targets = [
        ...[...text.matchAll(relativeLink)].map((match) => ({ match, target: posix.join(folder, match[1]!) })),
        ...[...text.matchAll(pathFromRoot)].map((match) => ({ match, target: match[1]! })),
      ];
      return targets
        .filter(({ target }) => !exists(target))
        .map(({ match, target }) => ({
          path,
          line: lineAt(text, match.index),
          message: `names ${target}, which does not exist`,
        }));
    });
}

/** Reports workspace packages without a README, and READMEs that leave a folder of their package's `src` out. */
export function checkReadmes(documents: readonly SourceFile[], sources: readonly SourceFile[]): Complaint[] {
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  const folders = new Map<string, Set<string>>();
  for (const { path } of sources) {
    const [, member, folder] = /^((?:apps|packages|tooling)\/[^/]+)\/(?:src\/([^/]+)\/)?/.exec(path) ?? [];
    if (!member) continue;
    if (!folders.has(member)) folders.set(member, new Set());
    if (folder) folders.get(member)!.add(folder);
  }
  return [...folders].flatMap(([member, names]) => {
    const path = `${member}/README.md`;
    const text = texts.get(path);
    if (text === undefined)
      return [{ path, line: 1, message: 'is missing: what the package is, its folders, its tests' }];
    return [...names]
      .filter((name) => !text.includes(`${name}/`))
      .map((name) => ({ path, line: 1, message: `does not name the folder src/${name}` }));
  });
}
