/** A document for a batch: a file that was chosen, or one of an archive. */
export interface BatchSource {
  /** Its name; of an archive its path in it. */
  readonly name: string;
  /** The archive that it is in. */
  readonly archive?: string | undefined;
  /** Tells it from every other. */
  readonly sign: string;
  /** Gives the file, unpacked now where it is in an archive. @throws Refusal of the importer */
  readonly open: () => Promise<File>;
}

export function sourceOf(file: File): BatchSource {
  return { name: file.name, sign: signOf(file), open: async () => file };
}

export function signOf({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`;
}
