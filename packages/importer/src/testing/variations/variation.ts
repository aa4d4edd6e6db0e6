import type { Form, Report } from '@gongkai/schema';
import type { PdfOptions } from '../pdf-layouts.ts';
import type { Draft, DraftBlock, DraftRows, SpecimenCell } from '../specimen.ts';

/** Kinds of file that a variation is tried in. */
export const fileKinds = ['docx', 'html', 'pdf', 'xlsx', 'text'] as const;
export type FileKind = (typeof fileKinds)[number];

/** One way in which real reports depart from the official form, made up. */
export interface Variation {
  /** What departs, with the Chinese that stands there. */
  readonly name: string;
  /** Kinds of file where it makes sense; all unless given. */
  readonly kinds?: readonly FileKind[];
  /** Forms that it can befall; all unless given. */
  readonly suits?: (form: Form) => boolean;
  /** Year of the report where it is not one of the form. */
  readonly year?: (form: Form) => number;
  /** Figures of the report where they matter. */
  readonly report?: (form: Form) => Report;
  readonly change?: (draft: Draft, form: Form) => Draft;
  /** How the text is laid out, where not a row a line with pipes. */
  readonly layout?: string;
  /** Changes to the finished text or page. */
  readonly text?: (text: string, form: Form) => string;
  readonly html?: (page: string) => string;
  readonly pdf?: PdfOptions;
  /** Figures as they must come out where the document says them in another way, by key. */
  readonly expected?: Readonly<Record<string, string>>;
  /** Name of the body where it is another. */
  readonly agency?: string;
}

/** The draft with each cell changed. */
export function mapCells(draft: Draft, change: (cell: SpecimenCell) => SpecimenCell): Draft {
  return mapTables(draft, (rows) => rows.map((row) => row.map(change)));
}

/** The draft with each table changed; `table` is its number, from 0. */
export function mapTables(draft: Draft, change: (rows: DraftRows, table: number) => DraftRows | DraftBlock[]): Draft {
  let table = 0;
  const changed = (block: DraftBlock): readonly DraftBlock[] => {
    if (typeof block === 'string') return [block];
    const result = change(block, table++);
    return result.length > 0 && isRows(result) ? [result] : (result as DraftBlock[]);
  };
  return {
    ...draft,
    sections: draft.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(changed) })),
  };
}

/** A list of rows, as against a list of blocks, whose tables are rows themselves. */
function isRows(result: DraftRows | DraftBlock[]): result is DraftRows {
  const [first] = result;
  return typeof first !== 'string' && !(Array.isArray(first) && Array.isArray(first[0]));
}

/** Changes the words of labels. */
export function relabel(from: string | RegExp, to: string): (draft: Draft) => Draft {
  return (draft) =>
    mapCells(draft, (cell) => (cell.key === undefined ? { ...cell, text: cell.text.replace(from, to) } : cell));
}

/** Writes other words into the cells of figures. */
export function write(words: Readonly<Record<string, string>>): (draft: Draft) => Draft {
  return (draft) =>
    mapCells(draft, (cell) => {
      const text = cell.key === undefined ? undefined : words[cell.key];
      return text === undefined ? cell : { ...cell, text };
    });
}

/** Changes headings. */
export function retitle(from: string | RegExp, to: string): (draft: Draft) => Draft {
  return (draft) => ({
    ...draft,
    sections: draft.sections.map((section) => ({ ...section, heading: section.heading.replace(from, to) })),
  });
}

/** Changes the rows that hold a figure whose key begins so. */
export function onRowsOf(
  start: string,
  change: (row: readonly SpecimenCell[]) => readonly (readonly SpecimenCell[])[],
): (draft: Draft) => Draft {
  return (draft) =>
    mapTables(draft, (rows) =>
      rows.flatMap((row) => (row.some(({ key }) => key?.startsWith(start)) ? change(row) : [row])),
    );
}

export function cell(text: string, colspan = 1): SpecimenCell {
  return { text, colspan, rowspan: 1 };
}
