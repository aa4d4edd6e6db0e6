import type { AsFound } from '@gongkai/schema';
import type { Alignment } from '../alignment/align-rows.ts';
import type { Headings } from '../alignment/column-headings.ts';
import type { RowLabels } from '../alignment/labels.ts';
import type { ReadRow } from '../rows/read-row.ts';
import type { RowsOfOtherForm } from '../rows/rows-of-other-form.ts';

const maxLabelLength = 200;

/**
 * The differences between the tables as found and the official form. Columns are named `<table>.*.<column>`, rows
 * `<table>.<row>`.
 */
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
          .slice(0, maxLabelLength),
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
