import { blankReport, formOf, type Report } from '@gongkai/schema';
import { kindFor, type Choice } from './report-choice.ts';

/**
 * The source of the report's name and title. `chosen`: the chosen agency. `document`: the document, such as for a body
 * that was renamed later, adapted to the chosen year. `archived`: the document, unchanged.
 */
export type Naming = 'chosen' | 'document' | 'archived';

/**
 * Adapts a recognised report to the chosen agency and year. Title and period are replaced where name or year differ.
 */
export function adaptReport({ agency, year }: Choice, report: Report, naming: Naming): Report {
  const name = naming === 'chosen' ? agency.name : report.agency.name || agency.name;
  const kind = kindFor(agency);
  const { title, period } = blankReport(formOf(report.form), { name }, year, kind);
  const follows = naming !== 'archived';
  const otherYear = year !== report.year;
  return {
    ...report,
    agency: { ...report.agency, name, id: agency.id },
    year,
    kind,
    ...(follows && (otherYear || name !== report.agency.name) && { title }),
    ...(follows && otherYear && period && { period }),
  };
}
