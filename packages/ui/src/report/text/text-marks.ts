import type { Finding, Severity } from '@gongkai/schema';

/** A part of a paragraph that a finding is about. */
export interface TextMark {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Number of the finding, from 1. */
  readonly number: number;
  readonly severity: Severity;
}

/** A run of text with the findings that cover it. */
export interface TextRun {
  readonly text: string;
  /** Numbers of the findings that begin here; their anchors are before the run. */
  readonly begins: readonly number[];
  /** Numbers of the findings that end here; the numbers are shown after the run. */
  readonly ends: readonly number[];
  /** Severity of the first finding that covers the run; undefined for unmarked text. */
  readonly severity?: Severity | undefined;
}

/** The marks in the text of a section. Their numbers are positions in the list of findings. */
export function textMarks(findings: readonly Finding[], section: string): TextMark[] {
  return findings.flatMap(({ place, severity }, index) =>
    place?.section === section
      ? { block: place.block, start: place.start, end: place.end, number: index + 1, severity }
      : [],
  );
}

/** The marks within a part of a block's text, with offsets relative to that part. */
export function marksWithin(marks: readonly TextMark[], offset: number, length: number): TextMark[] {
  return marks
    .filter(({ start, end }) => start < offset + length && end > offset)
    .map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - offset),
      end: Math.min(length, mark.end - offset),
    }));
}

/** Splits a paragraph where a mark begins or ends; marks may overlap. */
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
