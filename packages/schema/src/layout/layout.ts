/**
 * An official form as data: sections, tables, rows and columns, and the cells with their keys and codes.
 * @module
 */

/**
 * The layout of an official form: flat lists of rows and columns with their official labels.
 * Header spans, types, cells, codes and every document layout are derived from it.
 */

/** What a cell measures: a number of things, a signed change of such a number, or an amount in 万元. */
export type Measure = 'count' | 'change' | 'money';

/** A heading over several rows or columns; it holds no figures itself. */
export interface Head {
  readonly key: string;
  /** Official Chinese label. */
  readonly label: string;
  /** Key of the head above this one. */
  readonly under?: string;
}

export interface Row {
  readonly key: string;
  readonly label: string;
  /** Part of the official code where it is shorter than the label, such as （三）1. */
  readonly code?: string;
  readonly under?: string;
  /** Other wordings seen in published reports that mean this very row. */
  readonly aliases?: readonly string[];
  /** The measure of this row's cells where it differs from their column's. */
  readonly measure?: Measure;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly under?: string;
  readonly aliases?: readonly string[];
  readonly measure: Measure;
}

/** A run of rows that share their columns. Table two has a block for each item of article 20. */
export interface Block {
  readonly key: string;
  /** Line above the block, such as 第二十条第（一）项. */
  readonly caption?: string;
  /** Label over the row labels, such as 信息内容. */
  readonly corner?: string;
  readonly rowHeads?: readonly Head[];
  readonly columnHeads?: readonly Head[];
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** `down`: a row is a line of the table. `across`: the rows are groups of columns, side by side. */
  readonly direction: 'down' | 'across';
}

export interface Table {
  /** Official title in the heading of its section. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Section {
  readonly key: string;
  /** Official number, such as 三. */
  readonly number: string;
  /** Official title without its number. */
  readonly title: string;
  readonly aliases?: readonly string[];
  /** Key of the table that this section holds. */
  readonly table?: string;
}

/** Where a rule or a form comes from. */
export interface Citation {
  /** Document, such as 国办公开办函〔2021〕30号. */
  readonly document: string;
  /** Article or place in it. */
  readonly place?: string;
}

/** Sections and tables of an official form: all that its keys, labels and cells are derived from. */
export interface Layout {
  /** Permanent id: the name of its folder under forms/. */
  readonly id: string;
  readonly title: string;
  readonly citation: Citation;
  /** Years reported on with this form; `to` is open while it is in force. */
  readonly years: { readonly from: number; readonly to?: number };
  /** Last days, MM-DD in the year after, where they are not those of the 条例: 01-31 and 03-31. */
  readonly due?: { readonly own: string; readonly consolidated: string };
  readonly sections: readonly Section[];
  readonly tables: Readonly<Record<string, Table>>;
}

type BlockCellKey<T extends string, B extends Block> = B extends Block
  ? `${T}.${B['rows'][number]['key']}.${B['columns'][number]['key']}`
  : never;

/** Union of a layout's cell keys, `<table>.<row>.<column>`. */
export type CellKeyOf<L extends Pick<Layout, 'tables'>> = {
  [T in keyof L['tables'] & string]: BlockCellKey<T, L['tables'][T]['blocks'][number]>;
}[keyof L['tables'] & string];

/** The part of a row's official codes. */
type RowCodeOf<R extends Row> = R extends { readonly code: infer C extends string } ? C : R['label'];

type BlockCellCode<N extends string, B extends Block> = B extends Block
  ? `${N}.${RowCodeOf<B['rows'][number]>}.${B['columns'][number]['label']}`
  : never;

type SectionWithTable<L extends Layout> = Extract<L['sections'][number], { readonly table: string }>;

/** Union of a layout's official codes, such as 三.一.总计. */
export type CellCodeOf<L extends Layout> = {
  [S in SectionWithTable<L> as S['number']]: BlockCellCode<S['number'], L['tables'][S['table']]['blocks'][number]>;
}[SectionWithTable<L>['number']];

/** What names a cell of a layout: its key or its official code. Any text where the layout is not known to the compiler. */
export type CellNameOf<L extends Layout> = string extends keyof L['tables']
  ? string
  : Extract<CellKeyOf<L> | CellCodeOf<L>, string>;

type MoneyRow<B extends Block> = Extract<B['rows'][number], { readonly measure: 'money' }>;
type MoneyColumn<B extends Block> = Extract<B['columns'][number], { readonly measure: 'money' }>;
/** Rows whose cells measure what their columns do. */
type PlainRow<B extends Block> = Exclude<B['rows'][number], { readonly measure: Measure }>;

type BlockMoneyKey<T extends string, B extends Block> = B extends Block
  ? `${T}.${MoneyRow<B>['key']}.${B['columns'][number]['key']}` | `${T}.${PlainRow<B>['key']}.${MoneyColumn<B>['key']}`
  : never;

type BlockMoneyCode<N extends string, B extends Block> = B extends Block
  ? | `${N}.${RowCodeOf<MoneyRow<B>>}.${B['columns'][number]['label']}`
    | `${N}.${RowCodeOf<PlainRow<B>>}.${MoneyColumn<B>['label']}`
  : never;

/** Union of the keys and official codes of a layout's amounts of money. */
export type MoneyNameOf<L extends Layout> =
  | { [T in keyof L['tables'] & string]: BlockMoneyKey<T, L['tables'][T]['blocks'][number]> }[keyof L['tables'] &
      string]
  | {
      [S in SectionWithTable<L> as S['number']]: BlockMoneyCode<S['number'], L['tables'][S['table']]['blocks'][number]>;
    }[SectionWithTable<L>['number']];

/** Union of a block's row keys. */
export type RowKeyOf<B extends Block> = B['rows'][number]['key'];
/** Union of a block's column keys. */
export type ColumnKeyOf<B extends Block> = B['columns'][number]['key'];
/** Union of a layout's section keys. */
export type SectionKeyOf<L extends Pick<Layout, 'sections'>> = L['sections'][number]['key'];
