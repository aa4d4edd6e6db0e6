/** Whether a chosen file is an archive of documents, not a document that is a zip itself. */
export function isArchive({ name }: File): boolean {
  return /\.zip$/i.test(name);
}
