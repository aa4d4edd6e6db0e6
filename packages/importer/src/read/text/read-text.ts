import type { SourceBlock, SourceCell, SourceDocument } from '../../source/document.ts';
import { limits } from '../../source/limits.ts';
import { note } from '../../source/note.ts';
import { Refusal } from '../../source/refusal.ts';
import { cellsOfLine, trimmed, type Piece } from './cells.ts';
import { singleCellLines } from './cell-lines.ts';
import { decodeText } from './decode.ts';

/**
 * Reads plain text, Markdown or text pasted from a document: lines with pipes or tabs become rows of cells.
 * @throws Refusal for binary, empty or oversized input
 */
export function readText(input: Uint8Array | string): SourceDocument {
  const { text, encoding } = typeof input === 'string' ? { text: input, encoding: 'utf-8' } : decodeText(input);
  if (text.length > limits.characters)
    throw new Refusal(
      'too-large',
      `文字超过 ${limits.characters.toLocaleString('en')} 个字符，不像是一份年度报告。`,
      '单独一份年度报告',
    );
  const blocks: SourceBlock[] = [];
  let rows: SourceCell[][] | undefined;
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  if (lines.length > limits.lines)
    throw new Refusal(
      'too-large',
      `文字超过 ${limits.lines.toLocaleString('en')} 行，不像是一份年度报告。`,
      '单独一份年度报告',
    );
  singleCellLines(lines.map((line) => ({ line, pieces: cellsOfLine(line) }))).forEach(({ line, pieces }, index) => {
    if (pieces) {
      if (pieces.length === 0) return;
      if (!rows) blocks.push({ type: 'grid', aligned: false, rows: (rows = []) });
      rows.push(pieces.slice(0, limits.cells).map((piece, column) => toCell(piece, column, index)));
      return;
    }
    const piece = withoutMarkup(trimmed(line));
    if (piece.text === '') return;
    rows = undefined;
    blocks.push({ type: 'text', text: piece.text, extent: 'line', place: placeOf(piece, index) });
  });
  return {
    blocks,
    notes: encoding === 'utf-8' ? [] : [note('encoding', 'info', `文字按 ${encoding.toUpperCase()} 编码读取。`)],
  };
}

/** Removes Markdown's marks for headings and strong text, which have no meaning here. */
function withoutMarkup({ text, offset }: Piece): Piece {
  const heading = /^#{1,6}\s+/.exec(text)?.[0].length ?? 0;
  return { text: text.slice(heading).replaceAll('**', ''), offset: offset + heading };
}

function toCell(piece: Piece, column: number, line: number): SourceCell {
  return { text: piece.text.replaceAll('**', ''), column, colspan: 1, place: placeOf(piece, line) };
}

function placeOf({ text, offset }: Piece, line: number) {
  return { type: 'text' as const, line: line + 1, column: offset + 1, length: text.length };
}
