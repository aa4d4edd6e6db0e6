/** Random numbers from a seed (mulberry32), so that a failure can be reproduced. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export type Random = ReturnType<typeof randomOf>;
export type Mutation = (lines: string[], random: Random) => void;

export const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)]!;
const linesWith = (lines: readonly string[], pattern: RegExp) =>
  lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
/** Changes one of the lines that match. */
export const change =
  (pattern: RegExp, to: (line: string, random: Random) => string): Mutation =>
  (lines, random) => {
    const hits = linesWith(lines, pattern);
    if (hits.length === 0) return;
    const at = pick(hits, random);
    lines[at] = to(lines[at]!, random);
  };
/** A random position in a line at which a match of the pattern ends. */
const after = (line: string, pattern: RegExp, random: Random) => {
  const ends = [...line.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);
  return ends.length === 0 ? 0 : pick(ends, random);
};
export const insertAfter = (pattern: RegExp, text: string) => (line: string, random: Random) => {
  const at = after(line, pattern, random);
  return line.slice(0, at) + text + line.slice(at);
};

const cell = /[\t|]/;
const label = /[\u4e00-\u9fff]{2}/;

/** Changes to a text that keep every digit, or remove a complete line. */
export const textMutations: readonly Mutation[] = [
  // split
  change(cell, insertAfter(/[\t|]/g, '\n')),
  change(label, insertAfter(/[\u4e00-\u9fff]/g, '\n')),
  change(cell, (line) => line.replaceAll(/[\t|]+/g, '\n')),
  // drop
  (lines, random) => void lines.splice(random(lines.length), 1),
  (lines, random) => void lines.splice(pick([0, ...linesWith(lines, /[\t|].*\d/)], random), 1),
  change(label, (line, random) => {
    // Any character of a label except a unit.
    const at = after(line, /(?![万亿元])[\u4e00-\u9fff]/g, random);
    return line.slice(0, Math.max(0, at - 1)) + line.slice(at);
  }),
  change(/^[^\d]*[\t|][^\d]*$/, () => ''),
  change(cell, (line) => line.replace(/^[^\t|]*[\u4e00-\u9fff][^\t|]*(?=[\t|])/, '')),
  // reorder
  (lines, random) => {
    const rows = linesWith(lines, /[\u4e00-\u9fff].*[\t|].*\d/);
    const at = pick(rows.slice(0, -1), random);
    if (at !== undefined && rows.includes(at + 1)) [lines[at], lines[at + 1]] = [lines[at + 1]!, lines[at]!];
  },
  // retag
  change(cell, (line) => line.replaceAll('\t', ' | ')),
  change(cell, (line) => line.replaceAll('\t', '  ')),
  change(/[（(]/, (line) => line.replaceAll('（', '(').replaceAll('）', ')')),
  (lines) => lines.forEach((line, at) => (lines[at] = line.replaceAll('\t', ' | '))),
  // pad
  change(cell, (line) => `\t${line}`),
  change(cell, (line) => `${line}\t`),
  change(cell, insertAfter(/[\t|]/g, '\t')),
  change(label, insertAfter(/[\u4e00-\u9fff]/g, ' ')),
  (lines, random) =>
    void lines.splice(random(lines.length), 0, pick(['', '- 3 -', '— 5 —', '　', '|', '第 2 页'], random)),
  (lines, random) => {
    const at = random(lines.length);
    // Figures duplicated without their label would be separate figures.
    if (label.test(lines[at]!) || !/\d/.test(lines[at]!)) lines.splice(at, 0, lines[at]!);
  },
];

const tag = (name: string) => new RegExp(`<${name}[^>]*>`, 'g');

/** The same for a page with each table row on a separate line. */
export const htmlMutations: readonly Mutation[] = [
  change(/<tr/, (line) => line.replaceAll('td', 'th')),
  change(/<\/td>/, (line) => line.replaceAll('</td>', '')),
  change(/<\/tr>/, (line) => line.replaceAll('</tr>', '')),
  change(/<tr/, insertAfter(/<tr>/g, '<td></td>')),
  change(/<tr/, (line) => line.replace(/<\/tr>/, '<td>&nbsp;</td></tr>')),
  change(/<tr/, insertAfter(tag('td'), '<p>')),
  change(/<td/, insertAfter(/[\u4e00-\u9fff]/g, '<br/>')),
  change(/<td/, insertAfter(/[\u4e00-\u9fff]/g, '&nbsp;')),
  change(/rowspan/, (line) => line.replace(/ rowspan="\d+"/, '')),
  change(/colspan/, (line) => line.replace(/ colspan="\d+"/, '')),
  change(/<tr/, (line) => line.replace(/^/, '</tbody></table><table><tbody>')),
  change(/<tr/, (line) => line.replace(/^/, '</tbody></table><p>- 4 -</p><table><tbody>')),
  (lines, random) => void lines.splice(random(lines.length), 1),
  (lines, random) => {
    const rows = linesWith(lines, /<tr>.*[\u4e00-\u9fff].*<td[^>]*>\d/);
    const at = pick(rows.slice(0, -1), random);
    if (at !== undefined && rows.includes(at + 1)) [lines[at], lines[at + 1]] = [lines[at + 1]!, lines[at]!];
  },
  change(/<p>/, (line) => line.replaceAll('<p>', '<div><span>').replaceAll('</p>', '</span></div>')),
];

/** Applies one to three mutations to the text. */
export function mutate(text: string, mutations: readonly Mutation[], random: Random): string {
  const lines = text.split('\n');
  for (let count = 1 + random(3); count > 0; count--) pick(mutations, random)(lines, random);
  return lines.join('\n');
}
