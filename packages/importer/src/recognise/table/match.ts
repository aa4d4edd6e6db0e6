import { matchKey } from '../key.ts';
import { distance } from './distance.ts';
import type { LabelIndex, Occurrence, RowLabels } from './labels.ts';
import type { Label, ValueRow } from './value-rows.ts';

/** The official rows whose figures a row holds: one, or several side by side. */
export interface Match {
  readonly rows: readonly RowLabels[];
  readonly certainty: 'read' | 'inferred';
  /** Wording of the label where it is not the official one. */
  readonly wording?: string;
}

const shortestBeginning = 3;
/** Reach into the texts before a row, in characters of a key. */
const reach = 160;

/** Finds whose figures a row holds, by its label alone. `next`: the texts after the row, where a cut label goes on. */
export function matchRow(row: ValueRow, next: readonly Label[], index: LabelIndex): Match | undefined {
  return exactly(row, index) ?? inside(row, next, index) ?? cut(row, next, index) ?? damaged(row, index);
}

const keyOf = (labels: readonly Label[]) => matchKey(labels.map(({ text }) => text).join(''));
const written = (labels: readonly Label[]) => labels.map(({ text }) => text).join('');

/** The last cell before the figures, or the last few together, is a label; group labels may stand before it. */
function exactly({ own }: ValueRow, index: LabelIndex): Match | undefined {
  for (let start = own.length - 1; start >= 0; start--) {
    const texts = own.slice(start);
    const key = keyOf(texts);
    const labels = index.exact(key);
    if (labels) return named(labels, key, written(texts), true);
  }
  return undefined;
}

/** A label stands within the texts: glued to a group label, or begun on the lines before. */
function inside(row: ValueRow, next: readonly Label[], index: LabelIndex): Match | undefined {
  const own = keyOf(row.own);
  const before = keyOf(row.before).slice(-reach);
  const all = before + own;
  const found = latest(index.occurrences(all));
  const across = sideBySide(row, found, index);
  if (across) return { rows: across, certainty: 'read' };
  // A row of a grid whose label cell is empty: texts around it may belong to any row.
  if (own === '' && row.grid !== undefined) return undefined;
  const candidates = own === '' ? found : found.filter(({ end }) => end > before.length);
  const [only, another] = candidates;
  if (!only || another) return undefined;
  const tail = all.slice(only.start);
  // A label on a line of its own counts only where nothing else but labels stands between two rows of figures.
  if (own === '' && !(only.labels.official.startsWith(tail) && index.isExplained(all.slice(0, only.start))))
    return undefined;
  const isCut = tail.length > only.key.length && only.labels.official.startsWith(tail);
  const goesOn = (tail + keyOf(next)).startsWith(only.labels.official);
  if (isCut || goesOn) return { rows: [only.labels], certainty: 'read' };
  return named(only.labels, only.key, undefined, only.labels.keys.includes(only.key));
}

/** Rows that stand side by side: all of their block, or one of them with no cell more or less. */
function sideBySide(row: ValueRow, found: readonly Occurrence[], index: LabelIndex): RowLabels[] | undefined {
  const rows = found.map(({ labels }) => labels).filter(({ block }) => block.direction === 'across');
  const [first] = rows;
  if (!first) return undefined;
  const cells = rows.length * first.block.columns.length;
  const isWhole = rows.length === index.rows.filter(({ block }) => block === first.block).length;
  return (isWhole && row.slots.length >= cells) || (rows.length === 1 && row.slots.length === cells) ? rows : undefined;
}

/** One occurrence for each row, the last: captions may name it before. */
function latest(occurrences: readonly Occurrence[]): Occurrence[] {
  return [...new Map(occurrences.map((found) => [found.labels, found])).values()].sort((a, b) => a.start - b.start);
}

/** The label is cut and goes on after the figures, or its end is lost. */
function cut(row: ValueRow, next: readonly Label[], index: LabelIndex): Match | undefined {
  const own = keyOf(row.own);
  if (own === '' && row.grid !== undefined) return undefined;
  const all = keyOf(row.before).slice(-reach) + own;
  const after = keyOf(next);
  const lastCell = row.own.at(-1);
  const needed = Math.max(shortestBeginning, lastCell ? matchKey(lastCell.text).length : 0);
  for (let start = 0; all.length - start >= needed; start++) {
    const beginning = all.slice(start);
    const candidates = index.beginningWith(beginning);
    if (candidates.length === 0) continue;
    const confirmed = candidates.filter(({ rest }) => after.startsWith(rest));
    if (confirmed.length === 1) return { rows: [confirmed[0]!.labels], certainty: 'read' };
    if (candidates.length > 1) return undefined;
    const { labels } = candidates[0]!;
    const wording = written(row.own) || beginning;
    return { rows: [labels], wording, certainty: beginning.length * 2 >= labels.official.length ? 'read' : 'inferred' };
  }
  return undefined;
}

/** A label with a character lost, doubled or misread. */
function damaged({ own }: ValueRow, index: LabelIndex): Match | undefined {
  const last = own.at(-1);
  if (!last) return undefined;
  const key = matchKey(last.text);
  if (key.length < 4 || key.length > 80) return undefined;
  const ranked = index.rows
    .map((labels) => ({
      labels,
      errors: Math.min(...[...labels.keys, ...labels.bare].map((label) => distance(key, label))),
    }))
    .sort((a, b) => a.errors - b.errors);
  const [best, second] = ranked;
  if (!best || best.errors * 5 > key.length || (second && second.errors - best.errors < 2)) return undefined;
  return { rows: [best.labels], wording: last.text, certainty: 'inferred' };
}

function named(labels: RowLabels, key: string, text: string | undefined, trusted: boolean): Match {
  const certainty = trusted ? 'read' : 'inferred';
  if (key === labels.official || (labels.official.endsWith(key) && labels.bare[0] === key))
    return { rows: [labels], certainty };
  const alias = [labels.row.label, ...(labels.row.aliases ?? [])].find((label) => matchKey(label) === key);
  return { rows: [labels], certainty, wording: text ?? alias ?? key };
}
