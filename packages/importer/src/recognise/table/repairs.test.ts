import { formOf, forms, valueAt } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { readText } from '../../read/text/read-text.ts';
import { specimen } from '../../testing/specimen.ts';
import { layOutText } from '../../testing/text-layouts.ts';
import { recognise } from '../recognise.ts';

const form = forms.at(-1)!;
/** In every row the sums hold: 2 for natural persons, 1 for businesses. */
const report = specimen(form, (key) =>
  key.endsWith('.amount')
    ? '0'
    : key.endsWith('.total')
      ? 3
      : key.endsWith('.naturalPersons')
        ? 2
        : key.endsWith('.businesses')
          ? 1
          : 0,
);
const text = layOutText(form, report, 'a row a line with pipes');
const read = (content: string) => recognise(readText(content));
const row = 'requests.thirdPartyRights';
const line = '4.保护第三方合法权益 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |';
const noteOn = (content: string, code: string) => read(content).notes.find((note) => note.code === code)?.message.zh;
const certaintyOf = (content: string, key: string) => read(content).provenance[key]?.certainty;

describe('a row that lost its label', () => {
  const without = text.replace(line, line.replace(/^[^|]+/u, ''));

  it('is placed by the official order, marked as inferred, and said to add up', () => {
    const { report: found, provenance } = read(without);
    expect(found.tables).toEqual(report.tables);
    for (const column of ['naturalPersons', 'businesses', 'total'])
      expect(provenance[`${row}.${column}`]?.certainty).toBe('inferred');
    expect(noteOn(without, 'row-by-order')).toMatch(/按官方次序放在“三\.（三）4”，合计相符，请对照原文确认/u);
  });

  it('is said not to add up where it does not', () => {
    expect(
      noteOn(without.replace('| 2 | 1 | 0 | 0 | 0 | 0 | 3 |\n5.', '| 2 | 1 | 0 | 0 | 0 | 0 | 9 |\n5.'), 'row-by-order'),
    ).toMatch(/但合计不符/u);
  });

  it.each([
    ['another row beside it is missing', without.replace(/^5\.属于三类.*\n/mu, '')],
    [
      'a row without label too many stands beside it',
      without.replace(/^(5\.属于三类)/mu, '| 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n$1'),
    ],
    ['it has a cell too few', without.replace(/^\| 2 \| 1 \|/mu, '| 2 |')],
  ])('is not placed where %s: its figures are not read', (_name, content) => {
    expect(content).not.toBe(without);
    expect(certaintyOf(content, `${row}.total`)).toBe('unread');
    expect(valueAt(formOf(read(content).report.form), read(content).report, `${row}.total`)).toBeNull();
    expect(noteOn(content, 'row-without-label')).toBeDefined();
  });
});

describe('a row with an empty cell too many', () => {
  const shifted = (cells: string) => text.replace(line, `4.保护第三方合法权益 | ${cells} |`);

  it('is read by the sums where only one reading adds up', () => {
    const { provenance, report: found, notes } = read(shifted(' | 2 | 1 | 0 | 0 | 0 | 3 | '));
    expect(valueAt(formOf(found.form), found, `${row}.naturalPersons`)).toBeNull();
    expect(valueAt(formOf(found.form), found, `${row}.businesses`)).toBe(2);
    expect(valueAt(formOf(found.form), found, `${row}.total`)).toBe(3);
    expect(provenance[`${row}.total`]?.certainty).toBe('inferred');
    expect(notes.map(({ code }) => code)).toContain('row-repaired');
  });

  it('is not read where several readings add up', () => {
    const content = shifted('2 |  | 1 | 0 | 0 |  | 0 | 3');
    expect(certaintyOf(content, `${row}.total`)).toBe('unread');
    expect(noteOn(content, 'row-unread')).toMatch(/看不出各数属于哪一列/u);
  });
});

describe('digits that ran together', () => {
  const printed = layOutText(form, report, 'blanks between label and numbers');
  const glued = (digits: string) => printed.replace(/^4\.保护第三方合法权益 .*$/mu, `4.保护第三方合法权益${digits}`);

  it('are read and marked where only one cut adds up', () => {
    const { provenance, report: found } = read(glued('2100003'));
    expect(found.tables).toEqual(report.tables);
    expect(provenance[`${row}.total`]?.certainty).toBe('inferred');
  });

  it.each(['5555555555', '1234567'])('%s are not read', (digits) => {
    expect(certaintyOf(glued(digits), `${row}.total`)).toBe('unread');
  });

  it('are not cut in a cell of a table: the others may be lost', () => {
    expect(certaintyOf(text.replace(line, '4.保护第三方合法权益 | 2100003 |'), `${row}.total`)).toBe('unread');
  });
});

it('two figures in one cell make the row unread', () => {
  const content = text.replace(line, '4.保护第三方合法权益 | 2 1 | 0 | 0 | 0 | 0 | 3 |  |');
  expect(certaintyOf(content, `${row}.researchInstitutions`)).toBe('unread');
  expect(noteOn(content, 'row-unread')).toMatch(/一格里有几个数/u);
});
