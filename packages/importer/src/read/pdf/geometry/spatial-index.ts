import type { Box } from '../../../source/place.ts';

/** An index of boxes by position, so that neighbouring boxes are found without scanning all of them. */
export class SpatialIndex<T extends Box> {
  readonly #step: number;
  readonly #fields = new Map<number, T[]>();

  constructor(step: number) {
    this.#step = step;
  }

  /**
   * Adds a box to every field that it overlaps; a very large box is added only to the first hundred fields per axis.
   */
  add(box: T): void {
    const [left, top, right, bottom] = this.#reach(box);
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++) {
        const field = this.#fields.get(x * 4096 + y);
        if (field) field.push(box);
        else this.#fields.set(x * 4096 + y, [box]);
      }
  }

  /** The boxes in the field that contains the centre of the given box, in insertion order. */
  at({ x, y, width, height }: Box): readonly T[] {
    const [column, row] = [Math.floor((x + width / 2) / this.#step), Math.floor((y + height / 2) / this.#step)];
    return this.#fields.get(column * 4096 + row) ?? [];
  }

  #reach({ x, y, width, height }: Box): [number, number, number, number] {
    const [left, top] = [Math.floor(x / this.#step), Math.floor(y / this.#step)];
    return [
      left,
      top,
      Math.min(left + 100, Math.floor((x + width) / this.#step)),
      Math.min(top + 100, Math.floor((y + height) / this.#step)),
    ];
  }
}
