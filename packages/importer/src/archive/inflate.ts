import { Inflate } from 'fflate';

/** The input is fed in small steps: the output can be a thousand times as large and is counted before the next step. */
const step = 2 ** 14;

/**
 * Unpacks deflated bytes up to `size`; also runs in a browser. Output beyond `size` is not unpacked.
 * @throws if the data is damaged or exceeds `size`
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new RangeError('more than the directory says');
    bytes.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at === 0 || at < packed.length; at += step)
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  return bytes.subarray(0, length);
}
