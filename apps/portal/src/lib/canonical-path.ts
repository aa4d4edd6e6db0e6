/** Normalises the case of ids (ULID, upper case) and digests (lower case), because users and programs write either. */
export function canonicalPath(path: string): string {
  return path
    .replace(
      /^(\/(?:agencies|reports|rounds)\/)([0-9a-hjkmnp-tv-z]{26})(?=[/.]|$)/i,
      (_, before: string, id: string) => before + id.toUpperCase(),
    )
    .replace(
      /^(\/revisions\/)([0-9a-f]{64})(?=[/.]|$)/i,
      (_, before: string, digest: string) => before + digest.toLowerCase(),
    );
}
