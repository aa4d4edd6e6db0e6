import type { Section } from '../layout/layout.ts';
import type { AsFound, ReportSection } from '../report/report.ts';
import { withoutBlanks } from './passages.ts';

/** A title without its number, blanks and closing stop. */
export function bareTitle(title: string): string {
  return withoutBlanks(title)
    .replace(/^(?:第?[一二三四五六七八九十\d]+部分|[一二三四五六七八九十\d]+)?[、.．，:：]?/, '')
    .replace(/[。：:]$/, '');
}

/** The title of a section in the source, where it is known to differ from the official one. */
export function sectionTitleAsFound(
  { key, title }: Section,
  sections: readonly ReportSection[],
  asFound: AsFound,
): string | undefined {
  const found = sections.find((section) => section.key === key)?.titleAsFound ?? asFound.labels?.[key];
  return found === undefined || bareTitle(found) === bareTitle(title) ? undefined : bareTitle(found);
}

/** Whether a title is the official one or a known other wording of it. */
export function isTitleOf({ title, aliases = [] }: Section, found: string): boolean {
  return [title, ...aliases].some((known) => bareTitle(known) === bareTitle(found));
}
