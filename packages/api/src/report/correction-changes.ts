import { difference, type Report } from '@gongkai/schema';
import type { ReportChanges } from './schemas.ts';

/** Finds the changes of a correction: figures cell by cell, and the keys of changed texts. */
export function findChanges(before: Report, after: Report): ReportChanges {
  const keys = [...new Set([...before.sections, ...after.sections].map(({ key }) => key))];
  const sectionOf = ({ sections }: Report, key: string) =>
    sections.find((section) => section.key === key)?.blocks ?? [];
  const texts = [
    ['title', before.title, after.title],
    ['preamble', before.preamble, after.preamble],
    ['contact', before.contact, after.contact],
    ...keys.map((key) => [key, sectionOf(before, key), sectionOf(after, key)] as const),
  ] as const;
  return {
    figures: [...difference(before, after).changes],
    texts: texts.filter(([, a, b]) => JSON.stringify(a) !== JSON.stringify(b)).map(([key]) => key),
  };
}
