/** Maximum line length: an attachment of 20 MB in hexadecimal, plus overhead. */
const MAX_LINE_LENGTH = 64 * 2 ** 20;

/** Bytes in pieces as lines, each with its end: as they are summed up. @throws {RangeError} for a line that no backup holds */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10) + 1; end !== 0; end = chunk.indexOf(10, start) + 1) {
      const piece = chunk.subarray(start, end);
      yield pieces.length === 0 ? piece : Buffer.concat([...pieces, piece]);
      pieces = [];
      length = 0;
      start = end;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > MAX_LINE_LENGTH) throw new RangeError('a line is too long');
  }
  if (length > 0) yield Buffer.concat(pieces);
}
