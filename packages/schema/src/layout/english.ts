import type { Block, Layout, RowKeyOf, ColumnKeyOf, SectionKeyOf, Table } from './layout.ts';

type HeadKeyOf<B extends Block> =
  | (B extends { rowHeads: readonly { key: infer K extends string }[] } ? K : never)
  | (B extends { columnHeads: readonly { key: infer K extends string }[] } ? K : never);

/** English labels of a table by key, and of each block's caption and corner. */
interface EnglishTable<B extends Block> {
  readonly title: string;
  readonly rows: Readonly<Record<RowKeyOf<B>, string>>;
  readonly columns: Readonly<Record<ColumnKeyOf<B>, string>>;
  readonly heads: Readonly<Record<HeadKeyOf<B>, string>>;
  readonly blocks: Readonly<Record<B['key'], { readonly caption?: string; readonly corner?: string }>>;
}

/** English labels of a layout: each section, table, head, row and column has one, or the type check fails. */
export interface EnglishOf<L extends Pick<Layout, 'sections' | 'tables'>> {
  readonly title: string;
  readonly sections: Readonly<Record<SectionKeyOf<L>, string>>;
  readonly tables: { readonly [T in keyof L['tables']]: EnglishTable<L['tables'][T]['blocks'][number]> };
}

/** English labels of any layout. */
export type English = EnglishOf<Layout>;

/** The layout with English labels, for display: every target draws it as it draws the official one. */
export function translate(layout: Layout, english: English): Layout {
  return {
    ...layout,
    title: english.title,
    sections: layout.sections.map((section) => ({ ...section, title: english.sections[section.key] ?? section.title })),
    tables: Object.fromEntries(
      Object.entries(layout.tables).map(([key, table]) => [key, translateTable(table, english.tables[key])]),
    ),
  };
}

function translateTable(table: Table, english: English['tables'][string] | undefined): Table {
  if (!english) return table;
  const named =
    (labels: Readonly<Record<string, string>>) =>
    <T extends { key: string; label: string }>(line: T) => ({
      ...line,
      label: labels[line.key] ?? line.label,
    });
  const { rows, columns, heads, blocks } = english;
  return {
    title: english.title,
    blocks: table.blocks.map((block) => ({
      ...block,
      ...blocks[block.key],
      rows: block.rows.map(named(rows)),
      columns: block.columns.map(named(columns)),
      ...(block.rowHeads && { rowHeads: block.rowHeads.map(named(heads)) }),
      ...(block.columnHeads && { columnHeads: block.columnHeads.map(named(heads)) }),
    })),
  };
}
