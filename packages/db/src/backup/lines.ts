/** A document of 20 MB in hexadecimal and all around it. */
const LONGEST_LINE = 64 * 2 ** 20;

/** Text in pieces as lines without their ends. @throws {RangeError} for a line that no backup holds */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      pieces.push(chunk.subarray(start, end));
      yield (pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)).toString();
      pieces = [];
      length = 0;
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) throw new RangeError('a line is too long');
  }
  if (length > 0) yield Buffer.concat(pieces).toString();
}
