import { formOf, valueAt, type Form } from '@gongkai/schema';
import type { Draft } from '../../draft/draft.svelte.ts';
import { nextCellIn } from './cell-navigation.ts';

/** The part of a draft that the confirmation uses. */
export type WalkedDraft = Pick<Draft, 'form' | 'report' | 'content' | 'toConfirm' | 'confirm'>;

/**
 * Goes through the cells that were not read with certainty. Enter confirms a figure and goes to the next cell. A cell
 * that could not be read and is still blank is not confirmed by Enter, because it needs a figure.
 */
export class CellConfirmation {
  readonly #draft: WalkedDraft;
  readonly #go: (cell: string) => void;
  #walking = $state(false);
  #wanting: string | undefined = $state();

  constructor(draft: WalkedDraft, go: (cell: string) => void) {
    this.#draft = draft;
    this.#go = go;
  }

  get walking(): boolean {
    return this.#walking && this.#draft.toConfirm.size > 0;
  }

  /** Key of the blank, unread cell in which Enter was pressed. */
  get wanting(): string | undefined {
    return this.#wanting;
  }

  /** Starts at the first cell to confirm after `from`. */
  start(from: string | undefined): void {
    this.#walking = true;
    this.#move(from, false);
  }

  stop(): void {
    this.#walking = false;
    this.#wanting = undefined;
  }

  /** Handles Enter in a cell: confirms the cell and goes to the next one. */
  enter(cell: string): void {
    const { toConfirm, content, report } = this.#draft;
    if (toConfirm.has(cell)) {
      if (content.provenance[cell]?.certainty === 'unread' && valueAt(formOf(report.form), report, cell) === null) {
        this.#wanting = cell;
        return;
      }
      this.#draft.confirm(cell);
    }
    this.#move(cell, false);
  }

  /** Goes to the previous cell without confirming. */
  back(cell: string): void {
    this.#move(cell, true);
  }

  #move(from: string | undefined, back: boolean): void {
    this.#wanting = undefined;
    const form: Form = this.#draft.form;
    const next = nextCellIn(form, [...this.#draft.toConfirm], from, back);
    if (next === undefined) this.#walking = false;
    else this.#go(next);
  }
}
