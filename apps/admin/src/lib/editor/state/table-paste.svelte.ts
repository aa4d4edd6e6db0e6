import type { ClipboardContent, PasteOutcome } from '@gongkai/importer/clipboard';
import { cellOf } from '@gongkai/schema';
import { entryState, parseEntry } from '@gongkai/ui';
import type { Draft, DraftContent } from '../../draft/draft.svelte.ts';

type Question = Extract<PasteOutcome, { type: 'question' }>;

/** The message about the result of a paste. */
export interface PasteNotice {
  readonly text: string;
  /** True if cells were filled, so that the paste can be undone. */
  readonly filled: boolean;
}

/** Loads the code that reads the clipboard separately, because only the editor needs it. */
export function loadPaste() {
  return import('@gongkai/importer/clipboard');
}

/** Pasting into the tables of a draft. A paste is one undo step, is refused, or requires an answer first. */
export class TablePaste {
  readonly #draft: Draft;
  readonly #load: typeof loadPaste;
  #told: { readonly notice: PasteNotice; readonly content: DraftContent } | undefined = $state.raw();
  /** The question to be answered before anything is pasted. */
  question: Question | undefined = $state.raw();

  constructor(draft: Draft, load = loadPaste) {
    this.#draft = draft;
    this.#load = load;
  }

  /** The message about the last paste, until the draft changes. */
  get notice(): PasteNotice | undefined {
    return this.#told?.content === this.#draft.content ? this.#told?.notice : undefined;
  }

  /** @param cell key of the cell in which the user pastes */
  async paste(copied: ClipboardContent, cell: string): Promise<void> {
    try {
      const { pasteOutcome } = await this.#load();
      this.take(pasteOutcome(copied, this.#draft.form, cell), cellOf(this.#draft.form, cell).table);
    } catch {
      this.#tell('没有粘贴：没有连上服务器，读取剪贴板的程序没有载入。请检查网络后再试。', false);
    }
  }

  /** Fills the cells, reports a refusal, or stores the question, depending on the outcome. */
  take(outcome: PasteOutcome, table: string): void {
    this.question = undefined;
    if (outcome.type === 'question') this.question = outcome;
    else if (outcome.type === 'refused') this.#tell(`没有粘贴：${outcome.reason}`, false);
    else this.#fill(outcome, table);
  }

  cancel(): void {
    this.question = undefined;
  }

  undo(): void {
    this.#draft.undo();
  }

  #fill({ cells, remarks }: Extract<PasteOutcome, { type: 'fill' }>, table: string): void {
    const { form } = this.#draft;
    const changes = cells.map(
      ({ cell, text, value }) =>
        [cell, value === undefined ? parseEntry(text, cellOf(form, cell).measure) : value] as const,
    );
    this.#draft.editCells(changes, 'paste');
    const unreadable = changes.filter(([, value]) => entryState(value) === 'unreadable').length;
    const elsewhere = new Set(cells.map(({ cell }) => cellOf(form, cell).table).filter((other) => other !== table));
    const parts = [
      `已粘贴 ${changes.length} 格${unreadable > 0 ? `，其中 ${unreadable} 格不是数字，按原样保留并标出` : ''}`,
      ...[...elsewhere].map((key) => `按行名放入“${form.tables[key]!.title}”`),
      ...remarks,
    ];
    this.#tell(`${parts.join('。')}。`, true);
  }

  #tell(text: string, filled: boolean): void {
    this.#told = { notice: { text, filled }, content: this.#draft.content };
  }
}
