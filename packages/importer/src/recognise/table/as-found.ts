import type { AsFound } from '@gongkai/schema';
import type { Alignment } from './align.ts';
import type { Headings } from './columns.ts';
import type { RowLabels } from './labels.ts';
import type { ReadRow } from './read-row.ts';
import type { RowsOfOtherForm } from './rows-of-other-form.ts';

const longestLabel = 200;

/** How the tables depart from the official form. Columns go by `<table>.*.<column>`, rows by `<table>.<row>`. */
export function asFound(
  rows: readonly ReadRow[],
  headings: Headings,
  alignment: Alignment,
  missing: readonly RowLabels[],
  { undivided, extraLabels }: RowsOfOtherForm,
): AsFound {
  const absent = rows.flatMap(({ aligned: { divides, match } }) => (divides === undefined ? [] : match.rows));
  return {
    labels: labelsFound(rows, headings),
    extraRows: [
      ...alignment.extra.map(({ own }) =>
        own
          .map(({ text }) => text)
          .join('')
          .slice(0, longestLabel),
      ),
      ...extraLabels,
    ],
    missingRows: [...missing, ...absent].map(({ table, row }) => `${table}.${row.key}`),
    ...(undivided.length > 0 && { undivided }),
  };
}

function labelsFound(rows: readonly ReadRow[], headings: Headings): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { aligned } of rows) {
    const [first] = aligned.match.rows;
    if (aligned.match.wording !== undefined) labels[`${first!.table}.${first!.row.key}`] = aligned.match.wording;
    const heading = headings.get(first!.block);
    for (const [column, wording] of heading?.wordings ?? []) labels[`${first!.table}.*.${column}`] = wording;
  }
  return labels;
}
