import type { Form, Report } from '@gongkai/schema';
import { differingFields, type ReportField } from '../../draft/report-fields.ts';

/** Whose version of a part is kept. */
export type Pick = 'mine' | 'theirs';

/** Whose version of each differing part to keep: where only one side changed it, that one; else undecided. */
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

/** Their report with those parts that are kept from mine; theirs itself where there are none. */
export function merged(
  parts: readonly ReportField[],
  mine: Report,
  theirs: Report,
  picks: Readonly<Record<string, Pick | undefined>>,
): Report {
  return parts.filter(({ key }) => picks[key] === 'mine').reduce((report, { copy }) => copy(mine, report), theirs);
}
