import { strToU8, zipSync, type Zippable } from 'fflate';

/** Earliest day that an archive can name: equal documents are equal files. */
const epoch = new Date(1980, 0, 1);

/** Parts by path as a zip archive, in the order given. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([path, content]) => [
      path,
      [typeof content === 'string' ? strToU8(content) : content, { mtime: epoch }],
    ]),
  );
  return zipSync(files, { level: 6 });
}
