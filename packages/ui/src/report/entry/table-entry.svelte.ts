import { cellOf, valueAt, type Layout, type Tables, type Value } from '@gongkai/schema';
import { isPlainEntry, type Pasted } from './clipboard-data.ts';
import { moveFrom, type Grid } from './entry-grid.ts';
import { isComposingKey, moveForKey } from './grid-keys.ts';
import { formatEntry, parseEntry } from './parse-entry.ts';

/** New values by cell key. */
export type CellChanges = readonly (readonly [cell: string, value: Value])[];

/** The origin of a change. Successive changes by typing in one cell are undone together. */
export type EditKind = 'typing' | 'paste' | 'fill';

export interface TableEntrySource {
  readonly layout: Layout;
  readonly grid: Grid;
  readonly tables: Tables;
  readonly focus: (cell: string) => void;
  readonly edit: (changes: CellChanges, kind: EditKind) => void;
  /** Handles content pasted into a cell, unless it is a single text for the input. */
  readonly paste: (pasted: Pasted, cell: string) => void;
}

/** The current typing in a cell: the typed text, and the value that Escape restores. */
interface Typing {
  readonly cell: string;
  readonly text: string;
  readonly before: Value;
}

interface InInput {
  readonly currentTarget: HTMLInputElement;
}

/** Data entry in an official table as in a spreadsheet: the handling of keys, typing and pasting. */
export class TableEntry {
  readonly #source: () => TableEntrySource;
  #typing = $state.raw<Typing>();
  /** Key of the cell in which the arrow keys move the caret, after F2 or a click in the focused cell. */
  #caret = $state.raw<string>();
  /** The cell in which a sequence of Tab keys began. Enter continues below it. */
  #tabbedFrom: string | undefined;

  constructor(source: () => TableEntrySource) {
    this.#source = source;
  }

  /** The text of a cell's input: as typed while the user types, else as printed in the official table. */
  text(cell: string): string {
    if (this.#typing?.cell === cell) return this.#typing.text;
    return formatEntry(this.#valueOf(cell), this.#measureOf(cell));
  }

  focused(input: HTMLInputElement): void {
    input.select();
  }

  left(): void {
    this.#typing = undefined;
    this.#caret = undefined;
  }

  /** The first click selects the whole text of the cell; the next click sets the caret. */
  pressed(event: MouseEvent & InInput, cell: string): void {
    this.#tabbedFrom = undefined;
    if (document.activeElement === event.currentTarget) this.#caret = cell;
    else {
      event.preventDefault();
      event.currentTarget.focus();
    }
  }

  typed(cell: string, text: string): void {
    this.#typing = { cell, text, before: this.#typing?.cell === cell ? this.#typing.before : this.#valueOf(cell) };
    this.#source().edit([[cell, parseEntry(text, this.#measureOf(cell))]], 'typing');
  }

  keyDown(event: KeyboardEvent & InInput, cell: string): void {
    if (isComposingKey(event) || event.altKey) return;
    if (event.key === 'Tab') {
      this.#tabbedFrom ??= cell;
      return;
    }
    if (event.key === 'F2') this.#openCaret(event.currentTarget, cell);
    else if (event.key === 'Escape' && this.#typing) this.#revert(event.currentTarget);
    else if (!this.#move(event, cell)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  paste(event: ClipboardEvent, cell: string): void {
    const pasted = {
      text: event.clipboardData?.getData('text/plain') ?? '',
      html: event.clipboardData?.getData('text/html') ?? '',
    };
    if (isPlainEntry(pasted)) return;
    event.preventDefault();
    this.#typing = undefined;
    this.#source().paste(pasted, cell);
  }

  /** Enters 0 in each blank cell. */
  fillBlanks(): void {
    const changes = this.blankCells.map(
      (cell) => [cell, this.#measureOf(cell) === 'money' ? '0' : 0] as const satisfies readonly [string, Value],
    );
    if (changes.length > 0) this.#source().edit(changes, 'fill');
  }

  get blankCells(): string[] {
    return this.#source()
      .grid.lines.flatMap(({ cells }) => cells)
      .filter((cell) => this.#valueOf(cell) === null);
  }

  #move(event: KeyboardEvent, cell: string): boolean {
    const move = moveForKey(event);
    if (!move) return false;
    if (this.#caret === cell && (move === 'left' || move === 'right' || move === 'lineStart' || move === 'lineEnd'))
      return false;
    const { grid, focus } = this.#source();
    const from = event.key === 'Enter' ? this.#startOfTabbing(cell) : cell;
    const target = moveFrom(grid, from, move);
    this.#tabbedFrom = undefined;
    if (target !== undefined) focus(target);
    return true;
  }

  /** The cell of this line in the column in which the sequence of Tab keys began, as in spreadsheets. */
  #startOfTabbing(cell: string): string {
    const places = this.#source().grid.places;
    const start = this.#tabbedFrom;
    return start !== undefined && places.get(start)?.line === places.get(cell)?.line ? start : cell;
  }

  #openCaret(input: HTMLInputElement, cell: string): void {
    this.#caret = cell;
    input.setSelectionRange(input.value.length, input.value.length);
  }

  #revert(input: HTMLInputElement): void {
    const { cell, before } = this.#typing!;
    this.#typing = undefined;
    this.#source().edit([[cell, before]], 'typing');
    queueMicrotask(() => input.select());
  }

  #valueOf(cell: string): Value {
    const { layout, tables } = this.#source();
    return valueAt(layout, { tables }, cell);
  }

  #measureOf(cell: string) {
    return cellOf(this.#source().layout, cell).measure;
  }
}
