import type { PixelBox, Raster } from './raster.ts';

/** The ink of a picture: 1 for each pixel with ink, 0 for others. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Thresholds of ink: darker than a share of the mean around it, and darker than paper. */
export interface Darkness {
  readonly share: number;
  readonly lightest: number;
}

const ofText: Darkness = { share: 0.82, lightest: 200 };

/** Separates ink from paper by the mean brightness around each pixel, so that shadows in a scan have no effect. */
export function binarise({ width, height, data }: Raster, radius: number, { share, lightest } = ofText): Ink {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x]!;
      if (value >= lightest) continue;
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const sum =
        sums[bottom * (width + 1) + right]! -
        sums[top * (width + 1) + right]! -
        sums[bottom * (width + 1) + left]! +
        sums[top * (width + 1) + left]!;
      if (value * (bottom - top) * (right - left) < sum * share) ink[y * width + x] = 1;
    }
  }
  return { width, height, data: ink };
}

/** A connected piece of ink. */
export interface InkComponent extends PixelBox {
  readonly area: number;
}

/** Finds the connected pieces of ink within a box; pixels that touch at corners are connected. */
export function connectedComponents({ width, data }: Ink, box: PixelBox): InkComponent[] {
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  const seen = new Uint8Array(Math.max(0, wide * high));
  const blobs: InkComponent[] = [];
  const stack: number[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !data[(box.top + Math.floor(start / wide)) * width + box.left + (start % wide)]) continue;
    let [left, right, top, bottom, area] = [wide, 0, high, 0, 0];
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const [x, y] = [at % wide, Math.floor(at / wide)];
      area++;
      if (x < left) left = x;
      if (x + 1 > right) right = x + 1;
      if (y < top) top = y;
      if (y + 1 > bottom) bottom = y + 1;
      for (let v = Math.max(0, y - 1); v <= Math.min(high - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(wide - 1, x + 1); u++) {
          const next = v * wide + u;
          if (seen[next] || !data[(box.top + v) * width + box.left + u]) continue;
          seen[next] = 1;
          stack.push(next);
        }
    }
    blobs.push({ left: left + box.left, right: right + box.left, top: top + box.top, bottom: bottom + box.top, area });
  }
  return blobs;
}
