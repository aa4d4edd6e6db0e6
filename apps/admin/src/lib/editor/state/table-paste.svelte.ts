import type { ClipboardContent, PasteOutcome } from '@gongkai/importer/clipboard';
import { cellOf } from '@gongkai/schema';
import { entryState, parseEntry } from '@gongkai/ui';
import type { Draft, DraftContent } from '../../draft/draft.svelte.ts';

type Question = Extract<PasteOutcome, { type: 'question' }>;

/** What a paste did, to be told. */
export interface PasteNotice {
  readonly text: string;
  /** Whether something was pasted, so that it can be taken back. */
  readonly filled: boolean;
}

/** Loads what reads the clipboard: only an editor needs it. */
export function loadPaste() {
  return import('@gongkai/importer/clipboard');
}

/** Pasting into the tables of a draft: one step that is undone as a whole, a refusal, or a question first. */
export class TablePaste {
  readonly #draft: Draft;
  readonly #load: typeof loadPaste;
  #told: { readonly notice: PasteNotice; readonly content: DraftContent } | undefined = $state.raw();
  /** Asked before anything is pasted. */
  question: Question | undefined = $state.raw();

  constructor(draft: Draft, load = loadPaste) {
    this.#draft = draft;
    this.#load = load;
  }

  /** What the last paste did, as long as the draft stands as it left it. */
  get notice(): PasteNotice | undefined {
    return this.#told?.content === this.#draft.content ? this.#told?.notice : undefined;
  }

  /** @param cell key of the cell that is pasted at */
  async paste(copied: ClipboardContent, cell: string): Promise<void> {
    try {
      const { pasteOutcome } = await this.#load();
      this.take(pasteOutcome(copied, this.#draft.form, cell), cellOf(this.#draft.form, cell).table);
    } catch {
      this.#tell('没有粘贴：没有连上服务器，读取剪贴板的程序没有载入。请检查网络后再试。', false);
    }
  }

  /** Does what comes of pasting into a table, or asks. */
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
