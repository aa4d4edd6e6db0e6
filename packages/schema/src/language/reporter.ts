import { withoutBlanks } from './passages.ts';

/** Words by which a body of one kind speaks of itself, and what its name then holds. County and city are areas. */
const selves: Readonly<Record<string, readonly string[]>> = {
  我局: ['局'],
  我镇: ['镇'],
  我乡: ['乡'],
  我街道: ['街道'],
  我厅: ['厅'],
  我委: ['委'],
};

/** Words for itself that do not fit the body's name. Quoted speech is others'. */
export function strangeSelves(sentence: string, name: string): string[] {
  if (!sentence.includes('我')) return [];
  const spoken = withoutQuotes(withoutBlanks(sentence));
  return Object.entries(selves)
    .filter(([self, words]) => spoken.includes(self) && !words.some((word) => name.includes(word)))
    .map(([self]) => self);
}

/** Text without its quotations; a mark that is never closed quotes nothing. One pass. */
function withoutQuotes(text: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('“', at);
    const close = open === -1 ? -1 : text.indexOf('”', open);
    if (close === -1) return kept + text.slice(at);
    kept += text.slice(at, open);
    at = close + 1;
  }
}

/** Bodies that the text names as those whose report it is, other than this one, whole or in short. */
export function reportersNamed(text: string, name: string): string[] {
  return [...withoutBlanks(text).matchAll(/([\u4e00-\u9fff]{3}(?:局|委员会|人民政府|办公室|街道办事处|厅))20\d{2}年/g)]
    .map(([, found]) => found!)
    .filter((found) => !isShortFor(found, name));
}

/** Whether all characters of the short name stand in the full one in this order: 市科委 for 某某市科学技术委员会. */
export function isShortFor(short: string, name: string): boolean {
  let at = 0;
  for (const character of name) if (character === short[at]) at++;
  return at === short.length;
}
