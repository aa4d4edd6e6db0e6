/** A way in which a cell of a file shows more than its figure, or hides something in it. */
export interface Disguise {
  /** The cell's content for a figure, beside what is no part of it. */
  readonly write: (figure: string, stray: string) => string;
  /** Whether the figure must be read (`read`), or the cell may as well be named as not read (`unread`). */
  readonly outcome: 'read' | 'unread';
}

export type Disguises = Readonly<Record<string, Disguise>>;

export const read = (write: Disguise['write']): Disguise => ({ write, outcome: 'read' });
export const unread = (write: Disguise['write']): Disguise => ({ write, outcome: 'unread' });
