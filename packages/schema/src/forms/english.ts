import { translate, type English } from '../layout/english.ts';
import type { Layout } from '../layout/layout.ts';
import { findForm } from './registry.ts';

export type { English };

/**
 * English labels of a form.
 * @param formId such as form-2021
 * @returns labels by key
 * @throws RangeError for a form without them
 * @example englishOf('form-2021').title
 */
export function englishOf(formId: string): English {
  const form = findForm(formId);
  if (!form) throw new RangeError(`no English labels for ${formId}`);
  return form.english;
}

/**
 * The layout with English labels, for display; its official codes stay those of the Chinese form.
 * @param layout a form, or its layout
 * @returns the same keys, order and spans with other labels
 * @throws RangeError for a form without English labels
 * @example tableModel(inEnglish(form), 'requests')
 */
export function inEnglish(layout: Layout): Layout {
  return translate(layout, englishOf(layout.id));
}
