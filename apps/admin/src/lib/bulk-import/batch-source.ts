/** A document for a batch: a chosen file, or a file in a chosen archive. */
export interface BatchSource {
  /** File name, or path in the archive. */
  readonly name: string;
  /** Name of the archive that contains the file. */
  readonly archive?: string | undefined;
  /** Identifies the document among all others. */
  readonly sign: string;
  /** Returns the file; a file in an archive is unpacked by this call. @throws Refusal of the importer */
  readonly open: () => Promise<File>;
}

export function sourceOf(file: File): BatchSource {
  return { name: file.name, sign: signOf(file), open: async () => file };
}

export function signOf({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`;
}
