/** A way in which a cell of a file shows more than its figure, or hides something in it. */
export interface Disguise {
  /** The content of the cell for a figure, with `stray` text that is not part of it. */
  readonly write: (figure: string, stray: string) => string;
  /** `read` if the figure must be read; `unread` if the cell may also be reported as unread. */
  readonly outcome: 'read' | 'unread';
}

export type Disguises = Readonly<Record<string, Disguise>>;

export const read = (write: Disguise['write']): Disguise => ({ write, outcome: 'read' });
export const unread = (write: Disguise['write']): Disguise => ({ write, outcome: 'unread' });
