/** A grey picture, row by row: 0 is black, 255 is white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  /** Exclusive. */
  readonly right: number;
  /** Exclusive. */
  readonly bottom: number;
}

export function crop({ width, height, data }: Raster, box: PixelBox): Raster {
  const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
  const [right, bottom] = [Math.min(width, box.right), Math.min(height, box.bottom)];
  const size = { width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
  const part = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y++)
    part.set(data.subarray((top + y) * width + left, (top + y) * width + left + size.width), y * size.width);
  return { ...size, data: part };
}

/** Adds a white margin around the picture. */
export function padded({ width, height, data }: Raster, margin: number): Raster {
  const wide = width + 2 * margin;
  const all = new Uint8Array(wide * (height + 2 * margin)).fill(255);
  for (let y = 0; y < height; y++) all.set(data.subarray(y * width, (y + 1) * width), (y + margin) * wide + margin);
  return { width: wide, height: height + 2 * margin, data: all };
}

/**
 * Scales by a factor: when reduced, each pixel is the mean of the area that it covers; when enlarged, it is
 * interpolated.
 */
export function scaled(raster: Raster, factor: number): Raster {
  if (factor === 1) return raster;
  const width = Math.max(1, Math.round(raster.width * factor));
  const height = Math.max(1, Math.round(raster.height * factor));
  return factor < 1 ? averaged(raster, width, height) : interpolated(raster, width, height);
}

function interpolated(raster: Raster, width: number, height: number): Raster {
  const data = new Uint8Array(width * height);
  const [ratioX, ratioY] = [raster.width / width, raster.height / height];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data[y * width + x] = sample(raster, (x + 0.5) * ratioX - 0.5, (y + 0.5) * ratioY - 0.5);
  return { width, height, data };
}

function averaged(raster: Raster, width: number, height: number): Raster {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * raster.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * raster.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * raster.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * raster.width) / width));
      let sum = 0;
      for (let v = top; v < bottom; v++) for (let u = left; u < right; u++) sum += raster.data[v * raster.width + u]!;
      data[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width, height, data };
}

/** Interpolates the value at a position; white outside the picture. */
function sample({ width, height, data }: Raster, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [dx, dy] = [x - left, y - top];
  const at = (u: number, v: number) =>
    data[Math.min(height - 1, Math.max(0, v)) * width + Math.min(width - 1, Math.max(0, u))]!;
  const above = at(left, top) * (1 - dx) + at(left + 1, top) * dx;
  const below = at(left, top + 1) * (1 - dx) + at(left + 1, top + 1) * dx;
  return above * (1 - dy) + below * dy;
}

/** Rotates the picture clockwise around its centre by an angle in degrees; areas outside the picture become white. */
export function rotated(raster: Raster, degrees: number): Raster {
  if (degrees === 0) return raster;
  const { width, height, data: source } = raster;
  const data = new Uint8Array(width * height);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [cx, cy] = [width / 2, height / 2];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = cos * (x - cx) + sin * (y - cy) + cx;
      const v = -sin * (x - cx) + cos * (y - cy) + cy;
      const [left, top] = [Math.floor(u), Math.floor(v)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
        data[y * width + x] = 255;
        continue;
      }
      const at = top * width + left;
      const [dx, dy] = [u - left, v - top];
      data[y * width + x] =
        (source[at]! * (1 - dx) + source[at + 1]! * dx) * (1 - dy) +
        (source[at + width]! * (1 - dx) + source[at + width + 1]! * dx) * dy;
    }
  return { width, height, data };
}

/** The median of each pixel and its eight neighbours, which removes single specks. */
export function despeckled({ width, height, data }: Raster): Raster {
  const out = new Uint8Array(data);
  const window = new Uint8Array(9);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      let n = 0;
      for (let v = -1; v <= 1; v++) for (let u = -1; u <= 1; u++) window[n++] = data[(y + v) * width + x + u]!;
      out[y * width + x] = window.sort()[4]!;
    }
  return { width, height, data: out };
}
