import { translate, type English } from '../layout/english.ts';
import type { Layout } from '../layout/layout.ts';
import { english as english2019 } from './form-2019/english.ts';
import { layout as layout2019 } from './form-2019/layout.ts';
import { english as english2021 } from './form-2021/english.ts';
import { layout as layout2021 } from './form-2021/layout.ts';

const labels: ReadonlyMap<string, English> = new Map<string, English>([
  [layout2019.id, english2019],
  [layout2021.id, english2021],
]);

/** English labels of a form. @throws RangeError for a form without them */
export function englishOf(formId: string): English {
  const english = labels.get(formId);
  if (!english) throw new RangeError(`no English labels for ${formId}`);
  return english;
}

/** The layout with English labels, for display; its official codes stay those of the Chinese form. */
export function inEnglish(layout: Layout): Layout {
  return translate(layout, englishOf(layout.id));
}
