import { importDocument, type SourceDocument } from '@gongkai/importer';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { layOutSource, type LayoutPiece, type SourceLayout } from './source-layout.ts';

const fixture = (name: string) => new URL(`../../../../../packages/importer/fixtures/${name}`, import.meta.url);

/** The piece of each spot in a layout, by the spot's id. */
function spots({ blocks }: SourceLayout): Map<string, LayoutPiece> {
  const pieces = blocks.flatMap((block) =>
    block.type === 'text' ? block.pieces : block.rows.flat().flatMap((cell) => cell.pieces),
  );
  return new Map(pieces.flatMap((piece) => (piece.spot ? [[piece.spot.id, piece] as const] : [])));
}

describe.each(['qingyuan-2020.txt', 'shuiwu-2023.html', 'keji-2024.md'])('%s', (name) => {
  it('shows every figure at its place, linked to its cell', async () => {
    const read = await importDocument(await readFile(fixture(name)), { fileName: name });
    if (!read.ok) throw new Error(read.message);
    const layout = layOutSource(read.document, read.provenance);
    const at = spots(layout);
    const placed = Object.entries(read.provenance).filter(([, { place }]) => place);
    expect(placed.length).toBeGreaterThan(100);
    for (const [cell, { raw }] of placed) {
      const piece = at.get(layout.idOf.get(cell)!);
      expect(piece?.spot?.cells, cell).toContain(cell);
      expect(piece?.text.replaceAll(/\s/g, ''), cell).toContain(raw.replaceAll(/\s/g, ''));
      expect(layout.lineOf.get(piece!.spot!.id)).toBeLessThan(layout.lines);
    }
  });
});

const at = (column: number, length: number) => ({ type: 'text', line: 1, column, length }) as const;

it('splits a line of several figures at each figure', () => {
  const document: SourceDocument = {
    blocks: [{ type: 'text', text: '新收 3 结转 0', extent: 'line', place: at(1, 9) }],
    notes: [],
  };
  const layout = layOutSource(document, {
    'a.b.c': { raw: '3', place: at(4, 1), certainty: 'read' },
    'a.b.d': { raw: '0', place: at(9, 1), certainty: 'inferred' },
  });
  const [block] = layout.blocks;
  expect(block?.type === 'text' && block.pieces.map(({ text, spot }) => [text, spot?.cells])).toEqual([
    ['新收 ', undefined],
    ['3', ['a.b.c']],
    [' 结转 ', undefined],
    ['0', ['a.b.d']],
  ]);
});

it('gives a spanning cell its row span', () => {
  const cell = (text: string, column: number, colspan = 1) =>
    ({ text, column, colspan, place: { type: 'block', block: 1, row: 1, cell: column + 1 } }) as const;
  const rows = [
    [cell('结果', 0), cell('维持', 1), cell('0', 2)],
    [cell('纠正', 1), cell('1', 2)],
    [cell('总计', 0, 2), cell('1', 2)],
  ];
  const rowspans = (aligned: boolean) => {
    const [block] = layOutSource({ blocks: [{ type: 'grid', aligned, rows }], notes: [] }, {}).blocks;
    return block?.type === 'grid' ? block.rows.map((row) => row.map(({ rowspan }) => rowspan)) : [];
  };
  expect(rowspans(true)).toEqual([
    [2, 1, 1],
    [1, 1],
    [1, 1],
  ]);
  expect(
    rowspans(false)
      .flat()
      .every((rowspan) => rowspan === 1),
  ).toBe(true);
});

it('lays out a document of the maximum size quickly', () => {
  const rows = Array.from({ length: 50_000 }, (_, y) => [
    { text: String(y), column: 0, colspan: 1, place: { type: 'text', line: y + 1, column: 1, length: 5 } as const },
  ]);
  const started = performance.now();
  const layout = layOutSource(
    { blocks: [{ type: 'grid', aligned: true, rows }], notes: [] },
    { 'a.b.c': { raw: '49999', place: { type: 'text', line: 50_000, column: 1, length: 5 }, certainty: 'read' } },
  );
  expect(layout.lineOf.get(layout.idOf.get('a.b.c')!)).toBe(49_999);
  expect(performance.now() - started).toBeLessThan(5_000);
});
