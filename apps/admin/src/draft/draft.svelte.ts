import type { Draft as SavedDraft, Provenance, ReportKey, StaleDraft } from '@gongkai/api/schemas';
import {
  previousValues,
  cellsOf,
  failures,
  formatValue,
  formOf,
  withValue,
  type Context,
  type Finding,
  type Form,
  type Report,
} from '@gongkai/schema';
import { checkAll } from '@gongkai/schema/catalogue';
import type { CellChanges, EditKind } from '@gongkai/ui';
import { historyOf, record, redo, undo, type History } from './history.ts';
import { Saver, type SaveAnswer, type SaveState } from './saver.ts';

/** What is edited, undone and saved together. */
export interface DraftContent {
  readonly report: Report;
  /** What the document held for each cell, and how sure the reading is. */
  readonly provenance: Provenance;
}

export type SendDraft = (content: DraftContent, lockVersion: number) => Promise<SaveAnswer<StaleDraft>>;

/** A draft at work: its content with undo, the findings of the checks, and its saving. */
export class Draft {
  readonly key: ReportKey;
  readonly form: Form;
  readonly sourceFile: string | undefined;
  /** Last year's figures as printed, by cell key. */
  readonly previousTexts: ReadonlyMap<string, string>;

  readonly #context: Context;
  readonly #saver: Saver<DraftContent, StaleDraft>;
  #history: History<DraftContent> = $state.raw(historyOf({} as DraftContent));
  #saving: SaveState<StaleDraft> = $state.raw({ status: 'unsaved' });
  /** The content as last taken from or given to the server: what both sides of a conflict started from. */
  #common: DraftContent;

  constructor(key: ReportKey, saved: SavedDraft, agency: Context['agency'], send: SendDraft) {
    this.key = key;
    const { previous, predecessors, splitOff } = saved;
    this.#context = {
      ...(previous && { previous }),
      ...(predecessors && { predecessors }),
      ...(splitOff && { splitOff }),
      ...(agency && { agency }),
    };
    this.form = formOf(saved.report.form);
    this.sourceFile = saved.sourceFile;
    this.previousTexts = textsOf(this.form, this.#context);
    this.#common = { report: saved.report, provenance: saved.provenance ?? {} };
    this.#history = historyOf(this.#common);
    this.#saving = { status: 'saved', at: saved.savedAt };
    this.#saver = new Saver<DraftContent, StaleDraft>({
      version: saved.lockVersion,
      at: saved.savedAt,
      send: async (content, version) => {
        const answer = await send(content, version);
        if (answer.kind === 'saved') this.#common = content;
        return answer;
      },
      notify: (state) => (this.#saving = state),
    });
  }

  get content(): DraftContent {
    return this.#history.present;
  }

  get report(): Report {
    return this.content.report;
  }

  get saving(): SaveState<StaleDraft> {
    return this.#saving;
  }

  get lockVersion(): number {
    return this.#saver.version;
  }

  /** True when the server has everything. */
  get isSaved(): boolean {
    return this.#saving.status === 'saved';
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** What both sides of a conflict started from. */
  get common(): Report {
    return this.#common.report;
  }

  readonly #findings: readonly Finding[] = $derived.by(() => failures(checkAll(this.form, this.report, this.#context)));

  /** What fails, the gravest first. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  readonly #toConfirm: ReadonlySet<string> = $derived.by(
    () =>
      new Set(
        cellsOf(this.form)
          .map(({ key }) => key)
          .filter((key) => isUnsure(this.content.provenance[key])),
      ),
  );

  /** Cells that a document was not read for certain for, in official order. */
  get toConfirm(): ReadonlySet<string> {
    return this.#toConfirm;
  }

  /** Changes the report. Changes at the same place shortly after one another are undone together. */
  edit(report: Report, place?: string): void {
    this.#change({ ...this.content, report }, place);
  }

  /** Changes figures; what a person entered needs no confirmation any more. */
  editCells(changes: CellChanges, kind: EditKind): void {
    const report = changes.reduce((edited, [cell, value]) => withValue(this.form, edited, cell, value), this.report);
    const provenance = confirmed(
      this.content.provenance,
      changes.map(([cell]) => cell),
    );
    this.#change({ report, provenance }, kind === 'typing' ? changes[0]?.[0] : undefined);
  }

  /** Takes the figure as it stands for right. */
  confirm(cell: string): void {
    this.#change({ ...this.content, provenance: confirmed(this.content.provenance, [cell]) });
  }

  /** Takes back the last step. Returns the report that it led away from, to show what has changed. */
  undo(): Report | undefined {
    return this.#step(undo(this.#history));
  }

  redo(): Report | undefined {
    return this.#step(redo(this.#history));
  }

  /** True when the server has everything. */
  saveNow(): Promise<boolean> {
    return this.#saver.saveNow();
  }

  /** Ends a conflict with this report, made from both sides. */
  async settle(report: Report, theirs: StaleDraft): Promise<boolean> {
    this.#history = record(this.#history, { ...this.content, report }, Date.now());
    this.#common = { ...this.#common, report: theirs.report };
    if (report !== theirs.report) return this.#saver.settle(this.content, theirs.lockVersion);
    this.#saver.yield(theirs.lockVersion, theirs.savedAt);
    return true;
  }

  /** Ends the work on it, such as when it is published or discarded. */
  stop(): void {
    this.#saver.stop();
  }

  #change(content: DraftContent, place?: string): void {
    this.#history = record(this.#history, content, Date.now(), place);
    this.#saver.changed(content);
  }

  #step(history: History<DraftContent> | undefined): Report | undefined {
    if (!history) return undefined;
    const left = this.report;
    this.#history = history;
    this.#saver.changed(history.present);
    return left;
  }
}

function textsOf(form: Form, context: Context): ReadonlyMap<string, string> {
  const values = previousValues(form, context) ?? [];
  return new Map(
    cellsOf(form)
      .map(({ key, ordinal, measure }) => [key, formatValue(values[ordinal - 1] ?? null, measure)] as const)
      .filter(([, text]) => text !== ''),
  );
}

function isUnsure(source: Provenance[string] | undefined): boolean {
  return source?.certainty === 'inferred' || source?.certainty === 'unread';
}

/** A figure that a person has seen to is as good as read. */
function confirmed(provenance: Provenance, cells: readonly string[]): Provenance {
  const unsure = cells.filter((cell) => isUnsure(provenance[cell]));
  if (unsure.length === 0) return provenance;
  return {
    ...provenance,
    ...Object.fromEntries(unsure.map((cell) => [cell, { ...provenance[cell]!, certainty: 'read' as const }])),
  };
}
