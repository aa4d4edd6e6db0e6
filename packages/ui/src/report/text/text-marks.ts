import type { Finding, Severity } from '@gongkai/schema';

/** A part of a paragraph of which a finding speaks. */
export interface TextMark {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Number of the finding, from 1. */
  readonly number: number;
  readonly severity: Severity;
}

/** A run of text with the findings that speak of it. */
export interface TextRun {
  readonly text: string;
  /** Findings that begin here: their anchors. */
  readonly begins: readonly number[];
  /** Findings that end here: their numbers stand after it. */
  readonly ends: readonly number[];
  /** Of the first finding that covers it; undefined for plain text. */
  readonly severity?: Severity | undefined;
}

/** Marks in the running text of a section; numbers are positions in the list of findings. */
export function textMarks(findings: readonly Finding[], section: string): TextMark[] {
  return findings.flatMap(({ place, severity }, index) =>
    place?.section === section
      ? { block: place.block, start: place.start, end: place.end, number: index + 1, severity }
      : [],
  );
}

/** The marks on a stretch of a block's text, with offsets in the stretch. */
export function marksWithin(marks: readonly TextMark[], offset: number, length: number): TextMark[] {
  return marks
    .filter(({ start, end }) => start < offset + length && end > offset)
    .map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - offset),
      end: Math.min(length, mark.end - offset),
    }));
}

/** Cuts a paragraph wherever a mark begins or ends; marks may overlap. */
export function textRuns(text: string, marks: readonly TextMark[]): TextRun[] {
  const edges = marks.flatMap(({ start, end }) => [start, end]).filter((edge) => edge > 0 && edge < text.length);
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    return {
      text: text.slice(from, to),
      begins: marks.filter(({ start }) => start === from).map(({ number }) => number),
      ends: marks.filter(({ end }) => end === to).map(({ number }) => number),
      severity: marks.find(({ start, end }) => start <= from && to <= end)?.severity,
    };
  });
}
