/** Input limits, far above any real report. */
export const limits = {
  /** Bytes of a file. */
  bytes: 20 * 2 ** 20,
  /** UTF-16 units of a text. */
  characters: 2_000_000,
  /** Blocks and rows of a document together. */
  lines: 50_000,
  /** Cells of one row. */
  cells: 256,
} as const;
