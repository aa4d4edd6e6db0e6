import { strFromU8, unzipSync } from 'fflate';

/** The parts of an Office or OFD file by path, as text. */
export function xmlParts(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => /\.(?:xml|rels)$/i.test(path))
      .map(([path, content]) => [path, strFromU8(content)]),
  );
}
