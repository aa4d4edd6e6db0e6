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
