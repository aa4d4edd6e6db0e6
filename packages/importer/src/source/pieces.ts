/** A run of a cell or paragraph: its text, or content that is not part of its text. */
export interface Piece {
  readonly text: string;
  /** `struck`: struck out. `mark`: raised or lowered, as note marks are. */
  readonly as: 'text' | 'struck' | 'mark';
}

/**
 * A run as stored in a file. `shifted`: moved off the baseline manually, which is done with marks and with whole cells.
 */
export interface Run {
  readonly text: string;
  readonly as: Piece['as'] | 'shifted';
}

/**
 * Converts runs into pieces. A shifted run next to text on the baseline is a mark; if all runs are shifted, the text
 * was only moved.
 */
export function piecesOf(runs: readonly Run[]): Piece[] {
  if (runs.every(({ as }) => as === 'text'))
    return runs.length === 0 ? [] : [{ text: runs.map(({ text }) => text).join(''), as: 'text' }];
  const hasLine = runs.some(({ text, as }) => as === 'text' && text.trim() !== '');
  return joinedPieces(runs.map(({ text, as }) => ({ text, as: as !== 'shifted' ? as : hasLine ? 'mark' : 'text' })));
}

/** The text of a cell, with notes for the user; see SourceCell. */
export interface CellContent {
  readonly text: string;
  readonly unsure?: string;
  readonly doubt?: string;
  readonly leftOut?: string;
}

/** Builds the current text of a cell from its pieces, which do not include hidden ones. */
export function contentOf(
  pieces: readonly Piece[],
  tidy: (text: string) => string = (text) => text.trim(),
): CellContent {
  if (pieces.every(({ as }) => as === 'text')) return { text: tidy(pieces.map((piece) => piece.text).join('')) };
  const marked = pieces.map((piece, at) =>
    isPower(piece, pieces[at - 1]) ? { ...piece, as: 'text' as const } : piece,
  );
  const text = tidy(written(marked, 'text'));
  const struck = written(marked, 'struck').trim();
  const mark = written(marked, 'mark').trim();
  if (struck === '' && mark === '') return { text };
  const all = marked
    .map((piece) => piece.text.trim())
    .filter((one) => one !== '')
    .join('、');
  if (text === '') {
    if (!/\d/.test(struck + mark)) return { text: tidy(mark) };
    return struck === ''
      ? { text: all, unsure: `只有上标或下标的“${mark}”` }
      : { text: all, unsure: `只有划去的“${struck}”` };
  }
  if (/\d/.test(text) && marked.some((piece, at) => isInside(piece, marked[at - 1], marked[at + 1])))
    return { text: all, unsure: struck === '' ? '数字中间有上标或下标' : `数字中间有划去的“${struck}”` };
  const leftOut = [...(struck === '' ? [] : [`划去的“${struck}”`]), ...(mark === '' ? [] : [`注码“${mark}”`])];
  return { text, leftOut: leftOut.join('、') };
}

function written(pieces: readonly Piece[], as: Piece['as']): string {
  return pieces
    .filter((piece) => piece.as === as)
    .map(({ text }) => text)
    .join('');
}

/** Digits raised after a letter are an exponent, such as that of a unit. */
function isPower({ as }: Piece, before: Piece | undefined): boolean {
  return as === 'mark' && before?.as === 'text' && /[a-zA-Z]$/.test(before.text);
}

/** A piece between digits, or after a decimal point, may be part of the number. */
function isInside({ as, text }: Piece, before: Piece | undefined, after: Piece | undefined): boolean {
  if (as === 'text' || text.trim() === '' || before?.as !== 'text') return false;
  return /[.．]$/.test(before.text) || (/\d$/.test(before.text) && after?.as === 'text' && /^[\d.]/.test(after.text));
}

/** Merges adjacent pieces of the same kind. */
export function joinedPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.as === piece.as) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== '') joined.push(piece);
  }
  return joined;
}
