import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellsOf, rowCode } from '../layout/cells.ts';
import { valueIn, withValue } from '../report/values.ts';
import { consistentReport, seeded } from '../testing/consistent.ts';
import { checkFigures } from './check-figures.ts';
import { failures } from './failures.ts';

const sums = ['R29', 'R30', 'R31', 'R37', 'R38', 'R39'];

/** Reports of a small office, of a bureau, and of a province. */
const cases = forms.flatMap((form) => [3, 40, 100_000].map((most) => ({ form, most })));

describe.each(cases)('naming the wrong cell of $form.id with figures up to $most', ({ form, most }) => {
  const sound = consistentReport(form, seeded(7, most));
  const wrong = (key: string, value: number) =>
    failures(checkFigures(form, withValue(form, sound, key, value))).filter(({ rule }) => sums.includes(rule));
  const table = (name: string) => cellsOf(form).filter((cell) => cell.table === name);

  it('finds nothing wrong in a sound report', () => {
    expect(failures(checkFigures(form, sound)).filter(({ severity }) => severity === 'block')).toEqual([]);
  });

  it.each([1, -1, 9, 10, 90, 1000])('finds every single cell of table three that is off by %i', (difference) => {
    const cells = table('requests');
    for (const { key, row, column } of cells) {
      const value = valueIn(sound.tables, key) as number;
      if (value + difference < 0) continue;
      const found = wrong(key, value + difference);
      expect(found.length).toBeGreaterThan(1);
      for (const { suspects } of found)
        expect(suspects?.map(({ slip: _, ...suspect }) => suspect)).toEqual([
          { cell: key, row: rowCode(row), column: column.label, value },
        ]);
    }
  });

  it.each([1, -1, 27, 500])(
    'gives every cell of a group of table four that is off by %i whose repair is no number below 0',
    (difference) => {
      for (const { key, row, column } of table('litigation')) {
        const value = valueIn(sound.tables, key) as number;
        if (value + difference < 0) continue;
        const [finding, ...more] = wrong(key, value + difference);
        expect(more).toEqual([]);
        const group = table('litigation').filter((cell) => cell.row === row);
        // A part repairs a part by what it is off, and the total by the opposite.
        const repaired = (cell: (typeof group)[number]) =>
          cell.key === key
            ? value
            : (valueIn(sound.tables, cell.key) as number) +
              ((column.key === 'total') === (cell.column.key === 'total') ? -difference : difference);
        expect(finding?.suspects?.map(({ cell, value }) => [cell, value])).toEqual(
          group.filter((cell) => repaired(cell) >= 0).map((cell) => [cell.key, repaired(cell)]),
        );
        for (const suspect of finding!.suspects!) {
          const corrected = withValue(
            form,
            withValue(form, sound, key, value + difference),
            suspect.cell,
            suspect.value,
          );
          expect(failures(checkFigures(form, corrected)).filter(({ rule }) => sums.includes(rule))).toEqual([]);
        }
      }
    },
  );

  it('names two wrong cells in different rows and columns', () => {
    const [first, second] = ['requests.granted.naturalPersons', 'requests.repeated.businesses'] as const;
    const broken = withValue(form, withValue(form, sound, first, 1000), second, 5000);
    const named = new Set(
      failures(checkFigures(form, broken)).flatMap(({ suspects = [] }) => suspects.map(({ cell }) => cell)),
    );
    expect([...named].sort()).toEqual([first, second]);
  });

  it('names it still where a blank leaves its row open', () => {
    const [cell, blank] = ['requests.granted.naturalPersons', 'requests.granted.businesses'];
    const value = valueIn(sound.tables, cell) as number;
    const broken = withValue(form, withValue(form, sound, blank, null), cell, value + 7);
    const failed = failures(checkFigures(form, broken)).filter(({ rule }) => sums.includes(rule));
    expect(failed.map(({ rule }) => rule)).toEqual(['R30']);
    expect(failed[0]!.suspects).toMatchObject([{ cell, value }]);
  });

  it('names nothing where more cells than a group of table four may be wrong', () => {
    const rows = table('requests').filter(({ column }) => column.key === 'otherOrganisations');
    const open = rows.reduce((report, { key }) => withValue(form, report, key, null), sound);
    const inColumn = table('requests').filter(({ column }) => column.key === 'naturalPersons');
    const outcomes = inColumn.slice(inColumn.findIndex(({ key }) => key.startsWith('requests.granted')));
    const { key } = outcomes.find(({ key }) => (valueIn(sound.tables, key) as number) > 0)!;
    const broken = withValue(form, open, key, (valueIn(sound.tables, key) as number) - 1);
    const [column, ...more] = failures(checkFigures(form, broken)).filter(({ rule }) => sums.includes(rule));
    expect([column?.rule, more]).toEqual(['R30', []]);
    expect(column).not.toHaveProperty('suspects');
  });

  it('names nothing where two errors in one column hide each other', () => {
    const broken = withValue(form, withValue(form, sound, '三.（一）.自然人', 1000), '三.（二）.自然人', 5000);
    const column = failures(checkFigures(form, broken)).find(({ rule }) => rule === 'R30');
    expect(column).not.toHaveProperty('suspects');
  });
});

describe('known slips', () => {
  const form = forms.at(-1)!;
  const cell = 'requests.granted.naturalPersons';
  const sound = consistentReport(form, (key) => (key === cell ? 1362 : 0));
  const finding = (report: typeof sound) => failures(checkFigures(form, report)).find(({ suspects }) => suspects)!;

  it.each([
    ['swapped_digits', 1632, '两位数字写反了'],
    ['extra_digit', 13620, '多写了一位数字'],
    ['extra_digit', 13362, '多写了一位数字'],
  ])('%s: %i for 1362', (slip, value, words) => {
    const { suspects, message } = finding(withValue(form, sound, cell, value));
    expect(suspects).toMatchObject([{ cell, value: 1362, slip }]);
    expect(message.zh).toContain(words);
  });

  it.each([1363, 1, 2631])('%i for 1362 is none', (value) => {
    expect(finding(withValue(form, sound, cell, value)).suspects![0]).not.toHaveProperty('slip');
  });

  it('finds one number split over two cells', () => {
    const split = withValue(form, withValue(form, sound, cell, 13), 'requests.granted.businesses', 62);
    expect(finding(split).suspects).toMatchObject([
      { cell, value: 1362, slip: 'split_number' },
      { cell: 'requests.granted.businesses', value: 0, slip: 'split_number' },
    ]);
  });
});
