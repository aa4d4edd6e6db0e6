import type { Comment } from '@gongkai/api/schemas';
import { findCell, type Finding, type Form, type TextPlace } from '@gongkai/schema';
import { tick } from 'svelte';

/** Where the document on the page can be gone to. */
export interface Places {
  focusCell(cell: string): void;
  selectText(place: TextPlace): void;
}

/** What of a draft is before the clerk, and the ways to other places in it. */
export class EditorView {
  readonly #form: Form;
  /** Key of the cell in use. */
  active: string | undefined = $state();
  dialog: 'submit' | 'publish' | 'discard' | undefined = $state();
  /** Where there is no room for the notes beside the document, they lie over it while this is set. */
  sideOpen = $state(false);
  sourceShown: boolean = $state(false);
  document: Places | undefined = $state.raw();

  constructor(form: Form, sourceShown: boolean) {
    this.#form = form;
    this.sourceShown = sourceShown;
  }

  async toCell(cell: string | undefined): Promise<void> {
    if (cell === undefined) return;
    this.sideOpen = false;
    await tick();
    this.document?.focusCell(cell);
  }

  toText(place: TextPlace): void {
    this.sideOpen = false;
    this.document?.selectText(place);
  }

  /** Goes to a section, and into its text where there is any to write. */
  async toSection(key: string): Promise<void> {
    this.sideOpen = false;
    await tick();
    const section = document.getElementById(key);
    section?.scrollIntoView();
    if (!section?.querySelector('table')) section?.querySelector('textarea')?.focus();
  }

  /** Goes to the first cell that a finding speaks of, to its words, or to its section. */
  async toFinding({ cells, place, section }: Finding): Promise<void> {
    this.dialog = undefined;
    await tick();
    if (cells.length > 0) void this.toCell(cells[0]);
    else if (place) this.toText(place);
    else if (section) void this.toSection(section);
  }

  async toComment({ target, place }: Comment): Promise<void> {
    if (target === 'cell' && place && findCell(this.#form, place)) return this.toCell(place);
    if (target === 'section' && place) return this.toSection(place === 'preamble' ? 'basics' : place);
    this.sideOpen = target === 'rule';
    await tick();
    document.getElementById(target === 'rule' ? 'check' : 'basics')?.scrollIntoView();
  }
}
