import type { Form, Report } from '@gongkai/schema';
import { differingFields, type ReportField } from '../../draft/report-fields.ts';

/** The side whose version of a part is kept. */
export type Pick = 'mine' | 'theirs';

/** Proposes a side for each differing part: the side that changed it, or undefined if both sides changed it. */
export function proposedPicks(
  form: Form,
  common: Report,
  mine: Report,
  theirs: Report,
): Readonly<Record<string, Pick | undefined>> {
  return Object.fromEntries(
    differingFields(form, mine, theirs).map(({ key, textIn }) => {
      const before = textIn(common);
      const pick = textIn(theirs) === before ? 'mine' : textIn(mine) === before ? 'theirs' : undefined;
      return [key, pick];
    }),
  );
}

/** Copies the parts picked from `mine` into `theirs`. Returns `theirs` itself if no part was picked from `mine`. */
export function merged(
  parts: readonly ReportField[],
  mine: Report,
  theirs: Report,
  picks: Readonly<Record<string, Pick | undefined>>,
): Report {
  return parts.filter(({ key }) => picks[key] === 'mine').reduce((report, { copy }) => copy(mine, report), theirs);
}
