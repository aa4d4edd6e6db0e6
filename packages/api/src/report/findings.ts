import { getAgency, type Database } from '@gongkai/db';
import {
  check,
  failures,
  formOf,
  type AgencyKind,
  type AgencyLevel,
  type Finding,
  type Form,
  type Report,
} from '@gongkai/schema';
import { rulesOf } from '@gongkai/schema/catalogue';
import type { ReportKey } from '../common/schemas.ts';
import type { Beside } from './beside.ts';
import type { LastYear } from './last-year.ts';

/** What fails in a report, the gravest first, beside those of the year before that it follows from, and what the agency is. */
export async function findingsOf(
  db: Database,
  { agencyId }: Pick<ReportKey, 'agencyId'>,
  report: Report,
  lastYear: LastYear,
  beside: Beside = {},
): Promise<Finding[]> {
  const agency = await getAgency(db, agencyId);
  const context = {
    ...lastYear,
    ...beside,
    ...(agency && { agency: { kind: agency.kind as AgencyKind, level: agency.level as AgencyLevel } }),
  };
  return failures(check(judgedBy(formOf(report.form)), report, context));
}

/** The form with its own rules and those on roll-up (G) and time (H), which this context is for. */
function judgedBy(form: Form): Form {
  const others = rulesOf(form).filter(({ chapter }) => chapter === 'G' || chapter === 'H');
  return { ...form, rules: [...form.rules, ...others] };
}
