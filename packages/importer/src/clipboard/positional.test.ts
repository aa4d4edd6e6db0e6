import { forms, tableModel } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { first, text, html, filled, row, numbered } from '../testing/paste.ts';

describe('figures without labels', () => {
  it('go right and down from the cell, blanks as blanks', () => {
    expect(filled(text('1\t2\n\t4\n', 'requests.received.otherOrganisations'))).toEqual({
      'requests.received.otherOrganisations': '1',
      'requests.received.total': '2',
      'requests.carriedIn.otherOrganisations': '',
      'requests.carriedIn.total': '4',
    });
  });

  it.each([
    ['5 1 0 0 0 1 7'],
    ['5  1 0\u30000 0 1   7'],
    ['５\u00a01\u00a00\u00a00\u00a00\u00a01\u00a07\r\n'],
    ['5\t1\t0\t0\t0\t1\t7\t\t\n\t\t\n'],
    ['5 \t 1 \t0\t0\t0\t1\t7'],
  ])('are split where blanks stand: %j', (copied) => {
    const values = filled(text(copied));
    expect(Object.values(values).map((value) => String(value).normalize('NFKC'))).toEqual([
      '5',
      '1',
      '0',
      '0',
      '0',
      '1',
      '7',
    ]);
    expect(Object.keys(values)).toEqual(Object.keys(row('received', [])));
  });

  it('may be several lines with blanks', () => {
    expect(filled(text('5 1 0 0 0 1 7\n3 0 0 0 0 0 3'))).toEqual({
      ...row('received', ['5', '1', '0', '0', '0', '1', '7']),
      ...row('carriedIn', ['3', '0', '0', '0', '0', '0', '3']),
    });
  });

  it('ask where a blank may stand between thousands, unless the sums tell', () => {
    for (const copied of ['1 234', '12 345 0', '1 234 0 0 0 0 5'])
      expect(text(copied)).toMatchObject({ type: 'question' });
    expect(filled(text('1 234 0 0 0 1 236'))).toEqual(row('received', ['1', '234', '0', '0', '0', '1', '236']));
    expect(filled(text('1 234 0 0 0 0 0 1 234'))).toEqual(row('received', ['1234', '0', '0', '0', '0', '0', '1234']));
    expect(filled(text('1,234 0 0'))).toMatchObject({ [first]: '1,234' });
    const asked = text('1 234');
    if (asked.type !== 'question') throw new Error(asked.type);
    expect(asked.choices.map(({ outcome }) => Object.values(filled(outcome)))).toEqual([['1', '234'], ['1234']]);
  });

  it.each([
    ['too many columns', '1\t2\t3', 'requests.received.otherOrganisations', '3 列'],
    ['too many rows', '1\n2', 'requests.carriedOut.total', '2 行'],
    ['rows of unequal length', '15\n\t0\t0\t0\t0\t0\t15\n3\t0\t0\t0\t0\t0\t3', first, '格数不一样'],
    ['no figure', '说明\t其他', first, '没有数字'],
    ['the heads of other columns', '结果维持\t结果纠正\n1\t2', first, '结果维持'],
    ['lines of several widths that do not fit', '1\n2\n3', 'disclosure.regulations.issued', '对不上'],
    [
      'a blank line between two kinds of lines',
      '1\t2\t3\n4\t5\t6\n\t\t\n7\t\t',
      'disclosure.regulations.issued',
      '对不上',
    ],
  ])('are refused with a reason where there are %s', (_, copied, at, reason) => {
    expect(text(copied, at)).toMatchObject({ type: 'refused', reason: expect.stringContaining(reason) });
  });

  it('are refused where merged cells leave a gap', () => {
    expect(html('<table><tr><td colspan=2>1<td>2<tr><td>3<td>4<td>5</table>')).toMatchObject({ type: 'refused' });
  });

  it.each(forms)('fill the lines of table two of $id, however wide', (layout) => {
    const lines = tableModel(layout, 'disclosure').blocks.flatMap(({ body }) =>
      body.map((line) => line.flatMap(({ cell }) => cell ?? [])),
    );
    const at = lines[0]![0]!;
    const expected = Object.fromEntries(lines.flat().map((key) => [key, numbered(layout)(key)]));
    const figures = lines.map((line) => line.map(numbered(layout)));
    expect(filled(text(figures.map((line) => line.join('\t')).join('\n'), at, layout))).toEqual(expected);
    // A spreadsheet pads narrower lines when it copies them.
    expect(
      filled(
        text(
          figures.map((line) => line.join('\t').padEnd(line.join('\t').length + 3 - line.length, '\t')).join('\n'),
          at,
          layout,
        ),
      ),
    ).toEqual(expected);
    const rows = figures.map(
      (line) => `<tr>${line.map((value) => `<td colspan=${line.length === 1 ? 3 : 1}>${value}</td>`).join('')}</tr>`,
    );
    expect(filled(html(`<table>${rows.join('')}</table>`, at, layout))).toEqual(expected);
  });

  it('take their columns from heads copied without row labels', () => {
    expect(filled(text('总计\t自然人\n8\t7\n3\t2', 'requests.received.businesses'))).toEqual({
      'requests.received.total': '8',
      'requests.received.naturalPersons': '7',
      'requests.carriedIn.total': '3',
      'requests.carriedIn.naturalPersons': '2',
    });
  });

  it('keep labels of other tables out, and say so', () => {
    const outcome = text('项目\t自然人\t商业企业\n一、新收\t7\t1\n二、结转\t2\tx\n');
    expect(filled(outcome)).toEqual({
      'requests.received.naturalPersons': '7',
      'requests.received.businesses': '1',
      'requests.carriedIn.naturalPersons': '2',
      'requests.carriedIn.businesses': 'x',
    });
    expect(outcome).toMatchObject({ remarks: [expect.stringContaining('按位置')] });
  });

  it('keep a formula in its cell: it is no label', () => {
    expect(filled(text('=SUM(B2:B7)\t1\t0'))).toEqual({
      [first]: '=SUM(B2:B7)',
      'requests.received.businesses': '1',
      'requests.received.researchInstitutions': '0',
    });
  });
});
