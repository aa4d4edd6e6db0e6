import type { Layout, Report, ReportSection, Section } from '@gongkai/schema';

/** A section of the official form with what the report says in it. */
export interface OutlinedSection {
  readonly key: string;
  /** Number and title, in the source's words where they differ from the official ones. */
  readonly title: string;
  readonly official: Section;
  readonly blocks: ReportSection['blocks'];
}

/** The six sections in official order, whether or not the report says anything in them. */
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
