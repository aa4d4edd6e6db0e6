import { explanationOf, unexplained, type Finding } from '@gongkai/schema';
import type { Draft } from '../../draft/draft.svelte.ts';
import { toExplain, withExplanation } from '../../draft/explanations.ts';

/** The part of a draft that the wizard uses. */
export type ExplainableDraft = Pick<Draft, 'report' | 'findings' | 'edit'>;

/**
 * Asks for an explanation of each finding before a report is submitted. The order stays the same while the user goes
 * through the findings; findings that the server reports meanwhile are included after the next `begin`.
 */
export class ExplanationWizard {
  readonly #draft: ExplainableDraft;
  #asked: readonly Finding[] = $state.raw([]);
  #at = $state(0);
  /** The explanation of the current finding, as typed. */
  text = $state('');

  constructor(draft: ExplainableDraft) {
    this.#draft = draft;
    this.begin();
  }

  /** Starts at the first unexplained finding, or past the end if there is none. */
  begin(): void {
    this.#asked = toExplain(this.#draft.report, this.#draft.findings);
    this.#at = this.open === 0 ? this.count : 0;
    this.text = this.#word;
  }

  /** The current finding, or undefined past the end. */
  get finding(): Finding | undefined {
    return this.#asked[this.#at];
  }

  get number(): number {
    return this.#at + 1;
  }

  get count(): number {
    return this.#asked.length;
  }

  /** Number of unexplained findings, including those reported since `begin`. */
  get open(): number {
    return unexplained(this.#draft.report, this.#draft.findings).length;
  }

  /** Writes the typed explanation into the report. */
  keep(): void {
    const { finding } = this;
    if (finding && this.text.trim() !== this.#word)
      this.#draft.edit(withExplanation(this.#draft.report, finding, this.text));
  }

  /** Saves the typed explanation and moves to the next or the previous finding. */
  go(step: 1 | -1): void {
    this.keep();
    this.#at += step;
    this.text = this.#word;
  }

  get #word(): string {
    return (this.finding && explanationOf(this.#draft.report, this.finding)?.text) ?? '';
  }
}
