import type { Layout, Section } from '@gongkai/schema';
import { matchKey } from '../text/match-key.ts';
import { distance } from '../text/edit-distance.ts';
import { soleText, type Line } from '../text/lines.ts';

/** A heading of an official section in the source. */
export interface FoundHeading {
  readonly section: Section;
  readonly line: number;
  /** Title as found, without its number. */
  readonly title: string;
  /** Number as found, such as 二; empty if there is none. */
  readonly number: string;
  /** Text of the section that follows on the line of the heading. */
  readonly rest: string;
  /** True if the title is neither the official one nor a known alias. */
  readonly unknown: boolean;
}

export interface Outline {
  readonly headings: readonly FoundHeading[];
  /** Lines that look like headings but are not: entries of a table of contents, repeated headings. */
  readonly repeated: readonly number[];
}

interface Candidate extends FoundHeading {
  readonly order: number;
  readonly weight: number;
}

const numbered = /^(?:第?([一二三四五六七八九十]{1,2}|\d{1,2})(?:部分)?\s*[、.．,，:：]\s*)/u;
const maxHeadingLength = 60;

/** Finds the headings of the official sections: the best sequence in official order; of equal ones, the last. */
export function findOutline(layout: Layout, lines: readonly Line[]): Outline {
  const candidates = lines.flatMap((line) => candidatesAt(layout, line));
  const chosen = bestRun(candidates);
  const guessed = guessMissingHeadings(layout, lines, chosen);
  const headings = [...chosen, ...guessed].sort((a, b) => a.line - b.line);
  return {
    headings,
    repeated: candidates
      .filter(({ line, rest }) => rest === '' && !headings.some((heading) => heading.line === line))
      .map(({ line }) => line),
  };
}

function candidatesAt(layout: Layout, line: Line): Candidate[] {
  const text = soleText(line);
  if (text === undefined) return [];
  const start = numbered.exec(text);
  const number = start?.[1] ?? '';
  const body = start ? text.slice(start[0].length) : text;
  const at = { line: line.index, number };
  const head = matchKey(body.slice(0, maxHeadingLength));
  return layout.sections.flatMap((section, order): Candidate[] => {
    const titles = [section.title, ...(section.aliases ?? [])].map(matchKey);
    if (body.length <= maxHeadingLength && titles.includes(head))
      return [
        {
          ...at,
          section,
          order,
          title: body.replace(/(?<![:：。\s])[:：。\s]+$/u, ''),
          rest: '',
          unknown: false,
          weight: number ? 4 : 3,
        },
      ];
    const official = titles.filter((title) => head.startsWith(title)).sort((a, b) => b.length - a.length)[0];
    if (!official || !number || namesAnother(layout, section, body)) return [];
    const end = lengthOfKey(body, official.length);
    const rest = body.slice(end).replace(/^[\s:：。，,]+/u, '');
    // A heading that only begins like an official one is a different title.
    const runsOn = /^[\s:：。，,]/u.test(body.slice(end));
    return runsOn && rest !== ''
      ? [{ ...at, section, order, title: body.slice(0, end), rest, unknown: false, weight: 2 }]
      : [];
  });
}

/** A line that names several sections is a table of contents. */
function namesAnother(layout: Layout, section: Section, body: string): boolean {
  const key = matchKey(body.slice(0, 400));
  return layout.sections.filter(({ title }) => key.includes(matchKey(title))).some((other) => other !== section);
}

/** The length of the text that yields the given number of characters of its key. */
function lengthOfKey(text: string, length: number): number {
  let end = 0;
  while (end < text.length && matchKey(text.slice(0, end)).length < length) end++;
  return end;
}

/** The sequence of candidates in official order with the highest weight; of equal ones, later lines are preferred. */
function bestRun(candidates: readonly Candidate[]): Candidate[] {
  const best: { weight: number; before: number }[] = [];
  candidates.forEach((candidate, at) => {
    let before = -1;
    for (let i = 0; i < at; i++)
      if (
        candidates[i]!.order < candidate.order &&
        candidates[i]!.line < candidate.line &&
        best[i]!.weight >= (best[before]?.weight ?? 0)
      )
        before = i;
    best.push({ weight: candidate.weight + (best[before]?.weight ?? 0), before });
  });
  let at = -1;
  best.forEach(({ weight }, i) => {
    if (weight >= (best[at]?.weight ?? 0)) at = i;
  });
  const run: Candidate[] = [];
  for (; at >= 0; at = best[at]!.before) run.unshift(candidates[at]!);
  return run;
}

/**
 * Takes the only line with the number of a missing heading between its neighbours as that heading, whatever its words.
 * The first and the last heading have only one neighbour, so they must resemble the official title.
 */
function guessMissingHeadings(layout: Layout, lines: readonly Line[], found: readonly FoundHeading[]): FoundHeading[] {
  return layout.sections.flatMap((section, order): FoundHeading[] => {
    if (found.some((heading) => heading.section === section)) return [];
    const orderOf = (heading: FoundHeading) => layout.sections.indexOf(heading.section);
    const low = found.findLast((heading) => orderOf(heading) < order);
    const high = found.find((heading) => orderOf(heading) > order);
    const isAtEnd = order === 0 ? high !== undefined : order === layout.sections.length - 1 && low !== undefined;
    if (!isAtEnd && (!low || !high)) return [];
    if (low && low.number !== layout.sections[order - 1]?.number) return [];
    const hits = lines.slice(low ? low.line + 1 : 0, high?.line).flatMap((line) => {
      const text = soleText(line);
      const start = text === undefined ? undefined : numbered.exec(text);
      if (!text || start?.[1] !== section.number || text.length > maxHeadingLength || /[。；]/u.test(text)) return [];
      if (isAtEnd && !resembles(text.slice(start[0].length), section)) return [];
      return [
        {
          section,
          line: line.index,
          number: section.number,
          title: text.slice(start[0].length),
          rest: '',
          unknown: true,
        },
      ];
    });
    return hits.length === 1 ? hits : [];
  });
}

/** True if at least half of the official title's characters occur in the line, in order. */
function resembles(text: string, { title }: Section): boolean {
  const [found, official] = [matchKey(text), matchKey(title)];
  return distance(found, official) * 2 <= Math.max(found.length, official.length);
}
