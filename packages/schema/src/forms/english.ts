import { translate, type English } from '../layout/english.ts';
import type { Layout } from '../layout/layout.ts';
import { findForm } from './registry.ts';

export type { English };

/** English labels of a form. @throws RangeError for a form without them */
export function englishOf(formId: string): English {
  const form = findForm(formId);
  if (!form) throw new RangeError(`no English labels for ${formId}`);
  return form.english;
}

/** The layout with English labels, for display; its official codes stay those of the Chinese form. */
export function inEnglish(layout: Layout): Layout {
  return translate(layout, englishOf(layout.id));
}
