import type { Vocabulary } from '../layout/vocabulary.ts';
import { layout as layout2019 } from './form-2019/layout.ts';
import { vocabulary as vocabulary2019 } from './form-2019/vocabulary.ts';
import { layout as layout2021 } from './form-2021/layout.ts';
import { vocabulary as vocabulary2021 } from './form-2021/vocabulary.ts';

const vocabularies: ReadonlyMap<string, Vocabulary> = new Map([
  [layout2019.id, vocabulary2019],
  [layout2021.id, vocabulary2021],
]);

/** The words in which reports of that form speak of its figures. @throws RangeError for a form without them */
export function vocabularyOf(formId: string): Vocabulary {
  const vocabulary = vocabularies.get(formId);
  if (!vocabulary) throw new RangeError(`no vocabulary for ${formId}`);
  return vocabulary;
}
