import type { Place } from './place.ts';

/** A note about an import for the user: `warning` requires attention, `info` does not. */
export interface ImportNote {
  /** Stable code, such as row-missing. */
  readonly code: string;
  readonly level: 'info' | 'warning';
  readonly message: { readonly zh: string; readonly en?: string };
  /** Keys of the cells that the note refers to. */
  readonly cells?: readonly string[];
  readonly place?: Place;
}

export function note(
  code: string,
  level: ImportNote['level'],
  zh: string,
  about: Pick<ImportNote, 'cells' | 'place'> = {},
): ImportNote {
  return { code, level, message: { zh }, ...about };
}
