import type { Comment } from '@gongkai/api/schemas';
import { findCell, type Finding, type Form, type TextPlace } from '@gongkai/schema';
import { tick } from 'svelte';

/** Navigation within the document on the page. */
export interface Places {
  focusCell(cell: string): void;
  selectText(place: TextPlace): void;
}

/** The visible state of the editor, and navigation to cells, texts, sections, findings and comments. */
export class EditorView {
  readonly #form: Form;
  /** Key of the active cell. */
  active: string | undefined = $state();
  dialog: 'submit' | 'publish' | 'discard' | undefined = $state();
  /** True while the notes are open on narrow screens, where they overlap the document. */
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

  /** Scrolls to a section, and focuses its text field if the section has no table. */
  async toSection(key: string): Promise<void> {
    this.sideOpen = false;
    await tick();
    const section = document.getElementById(key);
    section?.scrollIntoView();
    if (!section?.querySelector('table')) section?.querySelector('textarea')?.focus();
  }

  /** Goes to the first cell of a finding, else to its text, else to its section. */
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
