import type { Layout } from '@gongkai/schema';
import { removeSiteFrame } from '../text/site-furniture.ts';
import { isProse, soleText, type Line } from '../text/lines.ts';
import type { Outline } from './outline.ts';
import { matchKey } from '../text/match-key.ts';
import { labelIndex } from '../table/alignment/labels.ts';
import { readCellText } from '../table/cells/cell-text.ts';
import type { Zone } from '../table/read-tables.ts';
import { parseTitle, titleText, type FoundTitle } from '../front-matter/title.ts';

export interface SectionLines {
  /** The ranges of lines that hold the tables. */
  readonly zones: readonly Zone[];
  /** Lines of running text by section key. */
  readonly sections: ReadonlyMap<string, readonly Line[]>;
}

/** Divides the lines at the headings into the zones that hold tables and the running text of each section. */
export function sectionLines(layout: Layout, lines: readonly Line[], { headings, repeated }: Outline): SectionLines {
  const sections = new Map<string, readonly Line[]>();
  const zones: Zone[] = [];
  const skipped = new Set(repeated);
  const tableSections = layout.sections.flatMap((section, order) => (section.table ? [order] : []));
  const cuts = headings.length > 0 ? headings : [undefined];
  cuts.forEach((heading, at) => {
    const from = heading ? heading.line + 1 : 0;
    const to = headings[at + 1]?.line ?? lines.length;
    const own = lines.slice(from, to).filter(({ index }) => !skipped.has(index));
    const order = heading ? layout.sections.findIndex(({ key }) => key === heading.section.key) : -1;
    const next = headings[at + 1];
    const nextOrder = next ? layout.sections.findIndex(({ key }) => key === next.section.key) : layout.sections.length;
    // If a heading is missing, its table is in the zone of the section before it.
    const within = tableSections.filter((table) => table >= order && table < nextOrder);
    const isTable = order >= 0 && layout.sections[order]!.table !== undefined;
    const lost =
      order + 1 < nextOrder ? layout.sections.slice(order + 1, nextOrder).find(({ table }) => !table) : undefined;
    // If the heading of the next section is missing, its text follows the table.
    const split = isTable && lost ? afterTable(own) : own.length;
    if (within.length > 0) {
      const alone = within.length === 1 && within[0] === order;
      zones.push({ lines: own.slice(0, split), table: alone ? layout.sections[order]!.table : undefined });
    }
    if (!heading) return;
    sections.set(
      heading.section.key,
      isTable ? own.slice(0, split).filter((line) => isRunningText(layout, line)) : own,
    );
    if (isTable && lost) sections.set(lost.key, own.slice(split));
  });
  return { zones, sections };
}

/** The index after the last line that holds only figures. */
function afterTable(lines: readonly Line[]): number {
  return (
    lines.findLastIndex((line) => line.inGrid && line.cells.some(({ text }) => readCellText(text).type === 'number')) +
    1
  );
}

/** A text with more labels than this is a table whose cells were merged into one text. */
const maxLabels = 3;

/** True for running text between the rows of a table. */
function isRunningText(layout: Layout, line: Line): boolean {
  const text = soleText(line);
  if (text === undefined || line.inGrid || !isProse(text) || !/[。；！？，,;]/u.test(text)) return false;
  return labelIndex(layout).occurrences(matchKey(text)).length <= maxLabels;
}

/**
 * The lines between the title and the first heading, without a table of contents, the repeated title, and the frame of
 * a site.
 */
export function splitPreamble(
  opening: readonly Line[],
  title: FoundTitle | undefined,
  { repeated }: Outline,
): { preamble: readonly Line[]; before: readonly Line[]; titleAgain: number; dropped: readonly string[] } {
  const from = title ? opening.findIndex(({ index }) => index > title.lastLine) : 0;
  const after = from < 0 ? [] : opening.slice(from);
  const isTitle = (line: Line) => title !== undefined && soleText(line)?.replace(/\s+/gu, '') === title.title;
  const own = after.filter(
    (line) => !repeated.includes(line.index) && !isTitle(line) && !/^目\s*录$/u.test(soleText(line) ?? ''),
  );
  const { lines, dropped } = removeSiteFrame(own);
  const before = title ? opening.filter(({ index }) => index < title.firstLine) : [];
  const isSaidTwice = (line: Line) => title !== undefined && parseTitle(titleText(line) ?? '') !== undefined;
  return {
    preamble: lines,
    titleAgain: after.filter(isTitle).length + before.filter(isSaidTwice).length,
    before: before.filter((line) => !isSaidTwice(line)),
    dropped,
  };
}
