/** True if the file is an archive of documents, and not a document format that is based on zip. */
export function isArchive({ name }: File): boolean {
  return /\.zip$/i.test(name);
}
