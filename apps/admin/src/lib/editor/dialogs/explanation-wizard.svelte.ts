import { explanationOf, unexplained, type Finding } from '@gongkai/schema';
import type { Draft } from '../../draft/draft.svelte.ts';
import { toExplain, withExplanation } from '../../draft/explanations.ts';

/** What asking for explanations needs of a draft. */
export type ExplainableDraft = Pick<Draft, 'report' | 'findings' | 'edit'>;

/**
 * The findings to be explained, asked for one after the other before a report is handed in. Their order stays while the
 * clerk goes through them; what the server finds meanwhile is asked for when they are begun anew.
 */
export class ExplanationWizard {
  readonly #draft: ExplainableDraft;
  #asked: readonly Finding[] = $state.raw([]);
  #at = $state(0);
  /** The word on the finding at hand, as it is typed. */
  text = $state('');

  constructor(draft: ExplainableDraft) {
    this.#draft = draft;
    this.begin();
  }

  /** Begins with what still lacks a word; where nothing does, behind the last one. */
  begin(): void {
    this.#asked = toExplain(this.#draft.report, this.#draft.findings);
    this.#at = this.open === 0 ? this.count : 0;
    this.text = this.#word;
  }

  /** The finding at hand; none behind the last one. */
  get finding(): Finding | undefined {
    return this.#asked[this.#at];
  }

  get number(): number {
    return this.#at + 1;
  }

  get count(): number {
    return this.#asked.length;
  }

  /** How many findings lack a word, those found since included. */
  get open(): number {
    return unexplained(this.#draft.report, this.#draft.findings).length;
  }

  /** Writes what was typed into the report. */
  keep(): void {
    const { finding } = this;
    if (finding && this.text.trim() !== this.#word)
      this.#draft.edit(withExplanation(this.#draft.report, finding, this.text));
  }

  /** Keeps what was typed and goes on to the next finding, or back. */
  go(step: 1 | -1): void {
    this.keep();
    this.#at += step;
    this.text = this.#word;
  }

  get #word(): string {
    return (this.finding && explanationOf(this.#draft.report, this.finding)?.text) ?? '';
  }
}
