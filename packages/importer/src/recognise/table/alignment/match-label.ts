import { matchKey } from '../../text/match-key.ts';
import { distance } from '../../text/edit-distance.ts';
import type { LabelIndex, Occurrence, RowLabels } from './labels.ts';
import { withoutNote } from './note-in-label.ts';
import type { Label, ValueRow } from '../cells/value-rows.ts';

/** The official rows whose figures a row holds: one, or several side by side. */
export interface Match {
  readonly rows: readonly RowLabels[];
  readonly certainty: 'read' | 'inferred';
  /** Wording of the label if it is not the official one. */
  readonly wording?: string;
  /** How the label was matched. If two rows match one official row, the nearer match is kept. */
  readonly nearness: Nearness;
}

/**
 * Ordered from the nearest: the official label, an alias, a label with a note in brackets, a label within other words,
 * a partial or misprinted label.
 */
export const nearness = { official: 0, alias: 1, noted: 2, inside: 3, damaged: 4 } as const;
export type Nearness = (typeof nearness)[keyof typeof nearness];

const minPrefixLength = 3;
/** Maximum distance searched in the texts before a row, in characters of a key. */
const reach = 160;

/**
 * Finds the official rows whose figures a row holds, by its label alone. `next`: the texts after the row, in which a
 * cut label may continue.
 */
export function matchRow(row: ValueRow, next: readonly Label[], index: LabelIndex): Match | undefined {
  return exactly(row, index) ?? inside(row, next, index) ?? cut(row, next, index) ?? damaged(row, index);
}

const keyOf = (labels: readonly Label[]) => matchKey(labels.map(({ text }) => text).join(''));
const written = (labels: readonly Label[]) => labels.map(({ text }) => text).join('');

/**
 * Matches if the last cell before the figures, or the last few together, is a label; group labels may precede it, and a
 * note in brackets may follow it.
 */
function exactly({ own }: ValueRow, index: LabelIndex): Match | undefined {
  const endings = own.map((_, at) => own.slice(own.length - 1 - at)).map(written);
  for (const text of endings) {
    const key = matchKey(text);
    const labels = index.exact(key);
    if (labels) return named(labels, key, text, nearness.alias);
  }
  for (const text of endings) {
    const key = matchKey(withoutNote(text));
    const labels = index.exact(key);
    if (labels) return { ...named(labels, key, text, nearness.noted), wording: text };
  }
  return undefined;
}

/** Matches a label within the texts: joined to a group label, or begun on the lines before. */
function inside(row: ValueRow, next: readonly Label[], index: LabelIndex): Match | undefined {
  const own = matchKey(withoutNote(written(row.own)));
  const before = keyOf(row.before).slice(-reach);
  const all = before + own;
  const found = latest(index.occurrences(all));
  const across = sideBySide(row, found, index);
  if (across) return { rows: across, certainty: 'read', nearness: nearness.official };
  // In a grid row with an empty label cell, the surrounding texts may belong to any row.
  if (own === '' && row.grid !== undefined) return undefined;
  const candidates = own === '' ? found : found.filter(({ end }) => end > before.length);
  const [only, another] = candidates;
  if (!only || another) return undefined;
  const tail = all.slice(only.start);
  // A label on a separate line counts only if there is no other text than labels between two rows of figures.
  if (own === '' && !(only.labels.official.startsWith(tail) && index.isExplained(all.slice(0, only.start))))
    return undefined;
  const isCut = tail.length > only.key.length && only.labels.official.startsWith(tail);
  const { official } = only.labels;
  const goesOn = official.length > tail.length && (tail + keyOf(next)).startsWith(official);
  if (isCut || goesOn) return { rows: [only.labels], certainty: 'read', nearness: nearness.official };
  // The name of another row may contain the name of this one: 其他行政处罚.
  const words = all.slice(Math.min(before.length, only.start), only.start);
  if (!index.isPartOfLabels(tail.slice(only.key.length)) || !(isNumbered(only) || index.isPartOfLabels(words)))
    return undefined;
  return named(only.labels, only.key, undefined, nearness.inside);
}

/** True if the label has an item number, so that it is not part of another label. */
function isNumbered({ labels, key }: Occurrence): boolean {
  return key.length > 3 && !labels.bare.includes(key) && labels.row.label.search(/[.、）)]/u) > 0;
}

/** Rows side by side: all rows of their block, or one of them with exactly its number of cells. */
function sideBySide(row: ValueRow, found: readonly Occurrence[], index: LabelIndex): RowLabels[] | undefined {
  const rows = found.map(({ labels }) => labels).filter(({ block }) => block.direction === 'across');
  const [first] = rows;
  if (!first) return undefined;
  const cells = rows.length * first.block.columns.length;
  const isWhole = rows.length === index.rows.filter(({ block }) => block === first.block).length;
  return (isWhole && row.slots.length >= cells) || (rows.length === 1 && row.slots.length === cells) ? rows : undefined;
}

/** The last occurrence of each row, because captions may name the row before. */
function latest(occurrences: readonly Occurrence[]): Occurrence[] {
  return [...new Map(occurrences.map((found) => [found.labels, found])).values()].sort((a, b) => a.start - b.start);
}

/** Matches a label that is cut and continues after the figures, or whose end is lost. */
function cut(row: ValueRow, next: readonly Label[], index: LabelIndex): Match | undefined {
  const own = keyOf(row.own);
  if (own === '' && row.grid !== undefined) return undefined;
  const all = keyOf(row.before).slice(-reach) + own;
  const after = keyOf(next);
  const lastCell = row.own.at(-1);
  const needed = Math.max(minPrefixLength, lastCell ? matchKey(lastCell.text).length : 0);
  for (let start = 0; all.length - start >= needed; start++) {
    const beginning = all.slice(start);
    const candidates = index.beginningWith(beginning);
    if (candidates.length === 0) continue;
    const confirmed = candidates.filter(({ rest }) => after.startsWith(rest));
    if (confirmed.length === 1) return { rows: [confirmed[0]!.labels], certainty: 'read', nearness: nearness.inside };
    if (candidates.length > 1) return undefined;
    const { labels } = candidates[0]!;
    const wording = written(row.own) || beginning;
    const certainty = beginning.length * 2 >= labels.official.length ? 'read' : 'inferred';
    return { rows: [labels], wording, certainty, nearness: nearness.damaged };
  }
  return undefined;
}

/** Matches a label with a character lost, doubled or misread. */
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
  return { rows: [best.labels], wording: last.text, certainty: 'inferred', nearness: nearness.damaged };
}

function named(labels: RowLabels, key: string, text: string | undefined, near: Nearness): Match {
  const match = { rows: [labels], certainty: 'read', nearness: near } as const;
  if (key === labels.official || (labels.official.endsWith(key) && labels.bare[0] === key))
    return near === nearness.alias ? { ...match, nearness: nearness.official } : match;
  const alias = [labels.row.label, ...(labels.row.aliases ?? [])].find((label) => matchKey(label) === key);
  return { ...match, wording: text ?? alias ?? key };
}
