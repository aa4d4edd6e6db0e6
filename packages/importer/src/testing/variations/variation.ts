import type { Form, Report } from '@gongkai/schema';
import type { PdfOptions } from '../pdf-layouts.ts';
import type { Draft, DraftBlock, DraftRows, SpecimenCell } from '../specimen.ts';

/** File formats in which a variation is tried. */
export const fileKinds = ['docx', 'html', 'pdf', 'xlsx', 'text'] as const;
export type FileKind = (typeof fileKinds)[number];

/** One way in which real reports deviate from the official form, with fictional content. */
export interface Variation {
  /** The deviation, with its Chinese wording. */
  readonly name: string;
  /** File formats in which the variation is possible; all by default. */
  readonly kinds?: readonly FileKind[];
  /** True for the forms to which the variation applies; all by default. */
  readonly suits?: (form: Form) => boolean;
  /** Year of the report, if it is not a year of the form. */
  readonly year?: (form: Form) => number;
  /** The report, if its figures matter. */
  readonly report?: (form: Form) => Report;
  readonly change?: (draft: Draft, form: Form) => Draft;
  /** Layout of the text, if it is not one row per line with pipes. */
  readonly layout?: string;
  /** Changes to the finished text or page. */
  readonly text?: (text: string, form: Form) => string;
  readonly html?: (page: string) => string;
  readonly pdf?: PdfOptions;
  /** Expected figures by key, if the document writes them differently. */
  readonly expected?: Readonly<Record<string, string>>;
  /** Name of the body, if it is a different one. */
  readonly agency?: string;
}

/** Changes each cell of the draft. */
export function mapCells(draft: Draft, change: (cell: SpecimenCell) => SpecimenCell): Draft {
  return mapTables(draft, (rows) => rows.map((row) => row.map(change)));
}

/** Changes each table of the draft; `table` is its number, from 0. */
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

/** True for a list of rows; false for a list of blocks, whose tables are lists of rows themselves. */
function isRows(result: DraftRows | DraftBlock[]): result is DraftRows {
  const [first] = result;
  return typeof first !== 'string' && !(Array.isArray(first) && Array.isArray(first[0]));
}

/** Changes the text of labels. */
export function relabel(from: string | RegExp, to: string): (draft: Draft) => Draft {
  return (draft) =>
    mapCells(draft, (cell) => (cell.key === undefined ? { ...cell, text: cell.text.replace(from, to) } : cell));
}

/** Replaces the text of the cells of figures. */
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

/** Changes the rows that hold a figure whose key begins with the given text. */
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
