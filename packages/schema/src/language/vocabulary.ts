import type { Form } from '../engine/form.ts';
import type { Vocabulary } from '../layout/vocabulary.ts';

/** The words in which reports of that form speak of its figures. @throws RangeError for a form without them */
export function vocabularyOf(form: Form): Vocabulary {
  if (!form.vocabulary) throw new RangeError(`no vocabulary for ${form.id}`);
  return form.vocabulary;
}
