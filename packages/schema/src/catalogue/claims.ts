import type { Form } from '../engine/form.ts';
import { completeForm } from '../forms/registry.ts';
import { findClaims as findClaimsIn, type Claim } from '../language/find-claims.ts';
import type { Report } from '../report/report.ts';

export { quantitiesIn, type Quantity } from '../language/quantities.ts';
export { claimRules } from '../rules/e-text-against-tables/index.ts';
export type { Claim };

/**
 * The numbers of a report's text that speak of its figures. A number is tied only when the words around it say so and
 * nothing else; one of another time, about another matter, or meant roughly is left alone.
 * @param form the official form of the report
 * @param report a parsed report
 * @returns one claim for each number, in the order of the text
 * @throws RangeError for a form that is not in the registry
 * @example findClaims(formOf(report.form), report).map(({ what, value }) => `${what} ${value}`)
 */
export function findClaims(form: Form, report: Report): readonly Claim[] {
  return findClaimsIn(completeForm(form), report);
}
