import { forms, valueAt, type Value } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../read/text/read-text.ts';
import { specimen } from '../../../testing/specimen.ts';
import { layOutText } from '../../../testing/text-layouts.ts';
import { recognise } from '../../recognise.ts';

/** A table whose sums hold, as text that has lost the cells of one column. */
function withoutColumn(form: (typeof forms)[number], column: string, valueOf: (row: string, column: string) => Value) {
  const report = specimen(form, (key) => {
    const [table, row, own] = key.split('.') as [string, string, string];
    if (table !== 'requests') return key.endsWith('.amount') ? '0' : 0;
    return valueOf(row, own);
  });
  const { columns } = form.tables.requests!.blocks[0]!;
  const at = columns.findIndex(({ key }) => key === column);
  const text = layOutText(form, report, 'blanks between label and numbers').replaceAll(
    /((?: \d+){7})$/gmu,
    (_, figures: string) =>
      figures
        .trim()
        .split(' ')
        .toSpliced(at, 1)
        .map((figure) => ` ${figure}`)
        .join(''),
  );
  return { report, read: recognise(readText(text)) };
}

const shares: Readonly<Record<string, number>> = { naturalPersons: 9, businesses: 4, otherOrganisations: 2, total: 15 };
const adding = (row: string, column: string) =>
  ['received', 'granted', 'total'].includes(row) ? (shares[column] ?? 0) : 0;

describe.each(forms)('in $id, a column lost from every row', (form) => {
  it('is that of the totals where some last figure is no total, and the others are read as inferred', () => {
    const { report, read } = withoutColumn(form, 'total', adding);
    expect(valueAt(form, read.report, 'requests.granted.businesses')).toBe(4);
    for (const [row, cells] of Object.entries(report.tables.requests!))
      for (const [column, value] of Object.entries(cells)) {
        const key = `requests.${row}.${column}`;
        expect(valueAt(form, read.report, key)).toBe(column === 'total' ? null : value);
        expect(read.provenance[key]?.certainty).toBe('inferred');
      }
    expect(read.notes.map(({ code }) => code)).toContain('totals-blank');
  });

  it.each(['researchInstitutions', 'businesses'])('may be %s: then nothing is read', (column) => {
    const { read } = withoutColumn(form, column, adding);
    expect(read.provenance['requests.granted.naturalPersons']?.certainty).toBe('unread');
  });

  it('cannot be told where all figures are 0: then nothing is read', () => {
    const { read } = withoutColumn(form, 'total', () => 0);
    expect(read.provenance['requests.granted.naturalPersons']?.certainty).toBe('unread');
  });

  it('is not read where a column does not add up', () => {
    const { read } = withoutColumn(form, 'total', (row, column) => (row === 'carriedIn' ? 1 : adding(row, column)));
    expect(read.provenance['requests.granted.naturalPersons']?.certainty).toBe('unread');
  });
});
