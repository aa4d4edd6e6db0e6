import type { Form } from './form.ts';
import type { Report } from '../report/report.ts';
import { applyRules } from './apply-rules.ts';
import type { Context } from './context.ts';
import type { Finding } from './finding.ts';

/**
 * Applies the form's rules on figures alone and gives a finding for each place judged, passes and skips included.
 * `check` applies every rule, those on text, dates, roll-up and peers too.
 * @param form an official form, as `formOf` gives it
 * @param report a parsed report
 * @param context last year's report, for rules across years
 * @returns findings in the order of the catalogue
 * @example failures(checkFigures(form, report))
 */
export function checkFigures(form: Form, report: Report, context: Context = {}): Finding[] {
  return applyRules(form, form.figureRules, report, context);
}
