import type { Column, Layout, Row } from '../layout/layout.ts';
import type { AsFound } from '../report/report.ts';
import { withoutBlanks } from './passages.ts';

/** A row or column that the source words otherwise. */
export interface LabelAsFound {
  /** `<table>.<row>` or `<table>.*.<column>`. */
  readonly key: string;
  readonly official: string;
  readonly found: string;
  /** Whether the other wording is a known alias of this very row or column. */
  readonly known: boolean;
}

/** Rows and columns whose wording in the source differs from the official one, blanks apart. */
export function labelsAsFound(layout: Layout, { labels = {} }: AsFound): LabelAsFound[] {
  const named = new Map<string, Row | Column>(
    Object.entries(layout.tables).flatMap(([table, { blocks }]) =>
      blocks.flatMap(({ rows, columns }) => [
        ...rows.map((row) => [`${table}.${row.key}`, row] as const),
        ...columns.map((column) => [`${table}.*.${column.key}`, column] as const),
      ]),
    ),
  );
  return Object.entries(labels).flatMap(([key, found]) => {
    const line = named.get(key);
    if (!line || comparable(found) === comparable(line.label)) return [];
    const known = (line.aliases ?? []).some((alias) => comparable(alias) === comparable(found));
    return [{ key, official: line.label, found, known }];
  });
}

/** A label as it is compared: brackets, quotes and stops alike, numbering in one style, no blanks. */
function comparable(label: string): string {
  return withoutBlanks(label.normalize('NFKC'))
    .replace(/[“”"'‘’]/g, '')
    .replace(/^(\d+)[、.,]/, '$1.');
}
