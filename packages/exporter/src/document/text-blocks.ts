import type { NestedList, TextBlock, TextList } from '@gongkai/schema';
import {
  plain,
  textOf,
  type DocumentBlock,
  type DocumentCell,
  type DocumentList,
  type DocumentTable,
} from './document.ts';

/**
 * Running text of a report as blocks of a document.
 * @param top level of its topmost heading
 */
export function textBlocks(blocks: readonly TextBlock[], top: number): DocumentBlock[] {
  const levels = headingLevels(blocks, top);
  let before = top - 1;
  return blocks.map((block): DocumentBlock => {
    switch (block.type) {
      case 'heading':
        // A text may begin with one of its deeper headings.
        before = Math.min(levels.get(block.level)!, before + 1);
        return { type: 'heading', level: before, runs: plain(block.text) };
      case 'paragraph':
        return { type: 'paragraph', runs: plain(block.text) };
      case 'list':
        return documentList(block);
      case 'table':
        return textTable(block.rows);
    }
  });
}

/** Levels of headings without a gap, as readers of outlines need: the shallowest one found becomes `top`. */
function headingLevels(blocks: readonly TextBlock[], top: number): ReadonlyMap<number, number> {
  const found = new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : [])));
  return new Map([...found].sort((a, b) => a - b).map((level, at) => [level, Math.min(6, top + at)]));
}

function documentList(list: TextList): DocumentList {
  return {
    type: 'list',
    ordered: list.ordered,
    start: list.start ?? 1,
    items: list.items.map(({ text, list: inner }) => ({
      runs: plain(text),
      ...(inner && { list: nestedList(inner) }),
    })),
  };
}

function nestedList({ ordered, start = 1, items }: NestedList): DocumentList {
  return { type: 'list', ordered, start, items: items.map((text) => ({ runs: plain(text) })) };
}

/** A table of texts: its first row is taken for its head. */
export function textTable(lines: readonly (readonly string[])[], title = '正文中的表格'): DocumentTable {
  return runsTable(
    lines.map((line) => line.map(plain)),
    title,
  );
}

/** The same of runs. Short rows are filled up, so that every row has as many cells. */
export function runsTable(lines: readonly (readonly DocumentCell['runs'][])[], title: string): DocumentTable {
  const columns = Math.max(1, ...lines.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.min(30, Math.max(4, ...lines.map((line) => textOf(line[at] ?? []).length))),
  );
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return {
    type: 'table',
    title,
    columns: widths.map((width) => width / whole),
    headRows: lines.length > 1 ? 1 : 0,
    rows: lines.map((line, y) =>
      Array.from({ length: columns }, (_, column) => ({
        runs: line[column] ?? [],
        colspan: 1,
        rowspan: 1,
        column,
        align: y === 0 ? ('center' as const) : ('start' as const),
        ...(y === 0 && lines.length > 1 && { scope: 'col' as const }),
      })),
    ),
  };
}
