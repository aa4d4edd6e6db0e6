import type { Draft as SavedDraft, DraftFindings, Provenance, ReportKey, StaleDraft } from '@gongkai/api/schemas';
import { cellsOf, formOf, withValue, type Context, type Finding, type Form, type Report } from '@gongkai/schema';
import type { CellChanges, EditKind } from '@gongkai/ui';
import { confirmed, isUnsure } from './certainty.ts';
import { DraftChecks } from './draft-checks.svelte.ts';
import { createHistory, record, redo, undo, type History } from './undo-history.ts';
import { today } from '@gongkai/schema/calendar';
import { previousTexts } from './previous-texts.ts';
import { Saver, type SaveResult, type SaveState } from './saver.ts';

/** The content that is edited, undone and saved together. */
export interface DraftContent {
  readonly report: Report;
  /** The document's content for each cell, and the certainty of its reading. */
  readonly provenance: Provenance;
}

/** The calls of a draft to the server. */
export interface DraftServer {
  readonly save: (content: DraftContent, lockVersion: number) => Promise<SaveResult<StaleDraft>>;
  /** Checks the saved draft. Returns undefined if there was no response. */
  readonly check: () => Promise<DraftFindings | undefined>;
}

/** An open draft: its content with undo, the findings of the checks, and its saving. */
export class Draft {
  readonly key: ReportKey;
  readonly form: Form;
  readonly sourceFile: string | undefined;
  /** Last year's figures as printed, by cell key. */
  readonly previousTexts: ReadonlyMap<string, string>;

  readonly #server: DraftServer;
  readonly #checks: DraftChecks;
  readonly #saver: Saver<DraftContent, StaleDraft>;
  #history: History<DraftContent> = $state.raw(createHistory({} as DraftContent));
  #saving: SaveState<StaleDraft> = $state.raw({ status: 'unsaved' });
  #checking = Promise.resolve();
  /** The content last received from or saved on the server: the common base of both sides of a conflict. */
  #common: DraftContent;

  constructor(key: ReportKey, saved: SavedDraft, agency: Context['agency'], server: DraftServer) {
    this.key = key;
    this.#server = server;
    const { previous, predecessors, splitOff } = saved;
    const context = {
      ...(previous && { previous }),
      ...(predecessors && { predecessors }),
      ...(splitOff && { splitOff }),
      ...(agency && { agency }),
      today: today(),
    };
    this.form = formOf(saved.report.form);
    this.sourceFile = saved.sourceFile;
    this.previousTexts = previousTexts(this.form, context);
    this.#checks = new DraftChecks(this.form, context, saved);
    this.#common = { report: saved.report, provenance: saved.provenance ?? {} };
    this.#history = createHistory(this.#common);
    this.#saving = { status: 'saved', at: saved.savedAt };
    this.#saver = new Saver<DraftContent, StaleDraft>({
      version: saved.lockVersion,
      at: saved.savedAt,
      send: async (content, version) => {
        const answer = await server.save(content, version);
        if (answer.kind === 'saved') this.#common = content;
        return answer;
      },
      notify: (state) => {
        this.#saving = state;
        if (state.status === 'saved') void this.checkByServer();
      },
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

  /** True if the server has the current content. */
  get isSaved(): boolean {
    return this.#saving.status === 'saved';
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** The report that both sides of a conflict started from. */
  get common(): Report {
    return this.#common.report;
  }

  readonly #findings: readonly Finding[] = $derived.by(() => this.#checks.in(this.report));

  /** The findings, most severe first. */
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

  /** Keys of the cells that were not read from a document with certainty, in official order. */
  get toConfirm(): ReadonlySet<string> {
    return this.#toConfirm;
  }

  /** Changes the report. Changes at the same place shortly after one another are undone together. */
  edit(report: Report, place?: string): void {
    this.#change({ ...this.content, report }, place);
  }

  /** Changes figures. A figure that a user entered needs no confirmation. */
  editCells(changes: CellChanges, kind: EditKind): void {
    const report = changes.reduce((edited, [cell, value]) => withValue(this.form, edited, cell, value), this.report);
    const provenance = confirmed(
      this.content.provenance,
      changes.map(([cell]) => cell),
    );
    this.#change({ report, provenance }, kind === 'typing' ? changes[0]?.[0] : undefined);
  }

  /** Marks the current figure of a cell as confirmed. */
  confirm(cell: string): void {
    this.#change({ ...this.content, provenance: confirmed(this.content.provenance, [cell]) });
  }

  /** Undoes the last step. Returns the report before the undo, so that the difference can be shown. */
  undo(): Report | undefined {
    return this.#step(undo(this.#history));
  }

  redo(): Report | undefined {
    return this.#step(redo(this.#history));
  }

  /** Saves the draft and waits for a running check. Returns true if the server has the current content. */
  async saveNow(): Promise<boolean> {
    await this.#saver.saveNow();
    await this.#checking;
    return this.#saver.done;
  }

  /**
   * Requests a check of the saved draft, as after each save, if the server may know more than the browser: for a
   * consolidated report, or if it has reported findings before.
   */
  checkByServer(): Promise<void> {
    return (this.#checking = this.#askServer());
  }

  /** Adds the findings for which the server refused to accept the saved report. */
  refused(findings: readonly Finding[]): void {
    this.#checks.add(this.common, findings);
  }

  /** Resolves a conflict with this report, which was merged from both sides. */
  async settle(report: Report, theirs: StaleDraft): Promise<boolean> {
    this.#history = record(this.#history, { ...this.content, report }, Date.now());
    this.#common = { ...this.#common, report: theirs.report };
    if (report !== theirs.report) return this.#saver.settle(this.content, theirs.lockVersion);
    this.#saver.yield(theirs.lockVersion, theirs.savedAt);
    return true;
  }

  /** Stops saving, such as when the draft is published or discarded. */
  stop(): void {
    this.#saver.stop();
  }

  async #askServer(): Promise<void> {
    if (this.key.kind === 'own' && !this.#checks.leanOnServer) return;
    const answer = await this.#server.check();
    // Ignore an outdated response; the newer save requests its own check.
    if (answer?.lockVersion === this.lockVersion) this.#checks.take(this.common, answer.findings);
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
