import { cellOf, type Report, type Suspect } from '@gongkai/schema';
import type { Draft } from '../../draft/draft.svelte.ts';
import { differingFields } from '../../draft/report-fields.ts';
import { nextCellIn } from './cell-navigation.ts';
import type { EditorView } from './editor-view.svelte.ts';

/** Changes of a draft after which the view goes to a cell: the changed one, or the next one to confirm. */
export class EditorActions {
  readonly #draft: Draft;
  readonly #view: Pick<EditorView, 'toCell'>;

  constructor(draft: Draft, view: Pick<EditorView, 'toCell'>) {
    this.#draft = draft;
    this.#view = view;
  }

  readonly undo = (): void => this.#step(() => this.#draft.undo());

  readonly redo = (): void => this.#step(() => this.#draft.redo());

  /** Enters the value that a finding proposes for a cell. */
  readonly accept = ({ cell, value }: Suspect): void => {
    const { measure } = cellOf(this.#draft.form, cell);
    this.#draft.editCells([[cell, measure === 'money' ? String(value) : value]], 'paste');
    void this.#view.toCell(cell);
  };

  readonly confirm = (cell: string): void => {
    this.#draft.confirm(cell);
    void this.#view.toCell(nextCellIn(this.#draft.form, [...this.#draft.toConfirm], cell));
  };

  #step(take: () => Report | undefined): void {
    const { form, toConfirm: unsure } = this.#draft;
    const before = take();
    const part = before && differingFields(form, before, this.#draft.report)[0];
    const back = [...this.#draft.toConfirm].find((cell) => !unsure.has(cell));
    if (back !== undefined) void this.#view.toCell(back);
    else if (part && part.key.split('.').length === 3) void this.#view.toCell(part.key);
  }
}
