import { blankReport, formOf, type Report } from '@gongkai/schema';
import { kindFor, type Choice } from './report-choice.ts';

/**
 * Whose name and title the report gets. `chosen`: of the agency that was chosen. `document`: as the document has them,
 * such as of a body renamed since, brought to the year that was chosen. `archived`: nothing changes.
 */
export type Naming = 'chosen' | 'document' | 'archived';

/** The report as it is started, for the agency and year that were chosen. Title and period follow where they differ. */
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
