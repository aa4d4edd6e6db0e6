import type { Layout, Report, ReportSection, Section } from '@gongkai/schema';

/** A section of the official form with its content in the report. */
export interface OutlinedSection {
  readonly key: string;
  /** Number and title; the title as in the source if it differs from the official one. */
  readonly title: string;
  readonly official: Section;
  readonly blocks: ReportSection['blocks'];
}

/** Builds the six sections in official order, including those without content in the report. */
export function buildOutline(layout: Layout, report: Report): OutlinedSection[] {
  return layout.sections.map((official) => {
    const found = report.sections.find(({ key }) => key === official.key);
    return {
      key: official.key,
      title: `${official.number}、${found?.titleAsFound ?? official.title}`,
      official,
      blocks: found?.blocks ?? [],
    };
  });
}
