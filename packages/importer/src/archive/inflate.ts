import { Inflate } from 'fflate';

/** Little goes in at a time: what comes out can be a thousand times as much, and is counted before the next. */
const step = 2 ** 14;

/** Unpacks deflated bytes up to a size, in a browser too. What comes beyond it is not unpacked. @throws where damaged or beyond */
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
