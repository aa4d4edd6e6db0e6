const LINE_FEED = 10;

/**
 * Splits chunks of bytes at line feeds. Text is decoded by the caller, since a character may lie across two chunks.
 * @param maxBytes length of the longest line, its line feed not counted
 * @returns each line with its line feed, which the last one may lack; undefined for a line that is longer
 */
export async function* splitLines(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer | undefined> {
  let pieces: Buffer[] = [];
  let length = 0;
  const take = (piece: Buffer) => {
    length += piece.length;
    if (length > maxBytes + 1) pieces = [];
    else pieces.push(piece);
  };
  const finish = (): Buffer | undefined => {
    const [first] = pieces;
    const whole = pieces.length === 1 ? first : Buffer.concat(pieces);
    const line = length > maxBytes + 1 ? undefined : whole;
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED) + 1; end !== 0; end = chunk.indexOf(LINE_FEED, start) + 1) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
