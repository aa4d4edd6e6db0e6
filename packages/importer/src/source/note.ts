import type { Place } from './place.ts';

/** What a person should know of an import: `warning` asks for a look, `info` does not. */
export interface ImportNote {
  /** Stable code, such as row-missing. */
  readonly code: string;
  readonly level: 'info' | 'warning';
  readonly message: { readonly zh: string; readonly en?: string };
  /** Keys of the cells that it speaks of. */
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
