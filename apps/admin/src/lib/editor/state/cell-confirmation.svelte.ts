import { formOf, valueAt, type Form } from '@gongkai/schema';
import type { Draft } from '../../draft/draft.svelte.ts';
import { nextCellIn } from './cell-navigation.ts';

/** What a walk needs of a draft. */
export type WalkedDraft = Pick<Draft, 'form' | 'report' | 'content' | 'toConfirm' | 'confirm'>;

/**
 * Going through the cells that were not read for certain, one after another: Enter confirms the figure and goes to
 * the next. A cell that could not be read and is still blank is not confirmed by the way: it wants a figure.
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

  /** Key of the blank cell that Enter was pressed in though nothing was read there. */
  get wanting(): string | undefined {
    return this.#wanting;
  }

  /** Begins at the first cell to be confirmed after this one. */
  start(from: string | undefined): void {
    this.#walking = true;
    this.#move(from, false);
  }

  stop(): void {
    this.#walking = false;
    this.#wanting = undefined;
  }

  /** Enter in a cell: confirms it and goes on. */
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

  /** Goes back to the one before without confirming. */
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
