import type { Form } from '../engine/form.ts';
import { withoutBlanks } from './passages.ts';

/** A document number as cited, and the one that should be. */
export interface Cited {
  readonly found: string;
  readonly expected: string;
}

/** Numbers given for the 政府信息公开条例: its revised text is 国务院令第711号. */
export function regulationsCited(text: string): Cited[] {
  return [
    ...withoutBlanks(text).matchAll(/信息公开条例》?[（(]?(?:中华人民共和国)?(国务院令|国令)第?(\d{1,4})号/g),
  ].map(([, authority, number]) => ({ found: `${authority}第${number}号`, expected: `${authority}第711号` }));
}

/** Notices on official forms: each report cites the one that its own form comes from. */
export function noticesCited(text: string, form: Form): Cited[] {
  const known = form.knownNotices ?? [form.citation.document];
  return [...withoutBlanks(text).matchAll(/国办公开办函[〔[（(【](\d{4})[〕\]）)】](\d{1,3})号/g)]
    .map(([, year, number]) => `国办公开办函〔${year}〕${number}号`)
    .filter((document) => known.includes(document))
    .map((found) => ({ found, expected: form.citation.document }));
}
