/**
 * The page of GB/T 9704-2012: 22 lines of 28 characters on A4. Lengths in millimetres, sizes in points. The distances
 * were measured until a full page held exactly that.
 */
export const page = {
  width: 210,
  height: 297,
  margin: { top: 37, bottom: 35, left: 28, right: 26 },
  size: 16,
  tracking: -0.21,
  pitch: 28.99,
  indent: 31.58,
  titleSize: 22,
  titlePitch: 36,
  numberSize: 14,
  tableSize: 10,
  denseTableSize: 9,
  noteSize: 12,
  originSize: 10,
} as const;

/** Width of the type area in millimetres. */
export const typeAreaWidth = page.width - page.margin.left - page.margin.right;

/** From this many grid columns on, a table is printed in smaller type. */
const denseColumns = 12;

/** Size of type in a table of so many grid columns, in points. */
export function tableTypeSize(columns: number): number {
  return columns >= denseColumns ? page.denseTableSize : page.tableSize;
}
