import { cellsOf, forms, tableModel, type Form } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import type { PasteOutcome } from './outcome.ts';
import { pasteOutcome } from './paste.ts';

const form = forms.at(-1)!;
const first = 'requests.received.naturalPersons';
const text = (copied: string, at = first, layout: Form = form) => pasteOutcome({ text: copied, html: '' }, layout, at);
const html = (copied: string, at = first, layout: Form = form) => pasteOutcome({ text: '', html: copied }, layout, at);

/** What is filled, by cell: values where the outcome says them, else the texts. */
function filled(outcome: PasteOutcome): Record<string, unknown> {
  expect(outcome).toMatchObject({ type: 'fill' });
  if (outcome.type !== 'fill') return {};
  return Object.fromEntries(outcome.cells.map(({ cell, text: as, value }) => [cell, value === undefined ? as : value]));
}

const row = (key: string, values: readonly unknown[], table = 'requests', layout: Form = form) =>
  Object.fromEntries(
    cellsOf(layout)
      .filter((cell) => cell.key.startsWith(`${table}.${key}.`))
      .map((cell, at) => [cell.key, values[at]]),
  );

/** An official table as a program's HTML, `cellHtml` for each cell's content. */
function tableHtml(layout: Form, table: string, valueAt: (key: string) => string, cellHtml = (words: string) => words) {
  const lines = tableModel(layout, table).blocks.flatMap(({ head, body }) => [...head, ...body]);
  const rows = lines.map((line) =>
    line
      .map(
        ({ colspan, rowspan, text: label, cell }) =>
          `<td colspan=${colspan} rowspan=${rowspan}>${cellHtml(cell === undefined ? label : valueAt(cell))}</td>`,
      )
      .join(''),
  );
  return `<table>${rows.map((cells) => `<tr>${cells}</tr>`).join('\n')}</table>`;
}

const ordinals = new Map(
  forms.map((layout) => [layout, new Map(cellsOf(layout).map(({ key, ordinal }) => [key, ordinal]))]),
);
const numbered = (layout: Form) => (key: string) => String(ordinals.get(layout)!.get(key));
const word = (words: string) =>
  `<p class=MsoNormal align=center><span lang=EN-US style='mso-bidi-font-size:10.5pt'>${words}<o:p></o:p></span></p>`;

describe.each(forms)('tables of $id with their labels', (layout) => {
  const tables = Object.keys(layout.tables);
  const expected = (names: readonly string[]) =>
    Object.fromEntries(
      cellsOf(layout)
        .filter(({ table }) => names.includes(table))
        .map(({ key, ordinal, measure }) => [key, measure === 'money' ? String(ordinal) : ordinal]),
    );

  it.each(tables)('%s comes out cell by cell, wherever it is pasted', (table) => {
    const copied = tableHtml(layout, table, numbered(layout));
    for (const at of ['requests.granted.businesses', 'litigation.reconsideration.upheld', cellsOf(layout)[0]!.key])
      expect(filled(html(copied, at, layout))).toEqual(expected([table]));
  });

  it('as Word writes them, a figure with an empty second paragraph, a label of two', () => {
    const copied = tableHtml(layout, 'requests', numbered(layout), (words) =>
      /^\d+$/.test(words) ? word(words) + word('&nbsp;') : word(words.slice(0, 5)) + word(words.slice(5)),
    );
    expect(filled(html(copied, first, layout))).toEqual(expected(['requests']));
  });

  it('over several tables at once', () => {
    const copied = tables.map((table) => `<p>表</p>${tableHtml(layout, table, numbered(layout))}`).join('');
    expect(filled(html(copied, first, layout))).toEqual(expected(tables));
  });
});

describe('rows with labels', () => {
  it('go where their labels say, whatever cell is pasted at and in whatever order', () => {
    const copied =
      '二、上年结转政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n一、本年新收政府信息公开申请数量\t7\t1\t0\t0\t0\t0\t8';
    expect(filled(text(copied, 'requests.granted.businesses'))).toEqual({
      ...row('carriedIn', [3, 0, 0, 0, 0, 0, 3]),
      ...row('received', [7, 1, 0, 0, 0, 0, 8]),
    });
  });

  it('may have unequal numbers of labels, as text of Word with merged cells', () => {
    const copied = [
      '一、本年新收政府信息公开申请数量\t5\t1\t0\t0\t0\t1\t7',
      '三、本年度办理结果\t（一）予以公开\t15\t0\t0\t0\t0\t0\t15',
      '（三）不予公开\t1.属于国家秘密\t2\t0\t0\t0\t0\t0\t2',
      '2.其他法律行政法规禁止公开\t4\t0\t0\t0\t0\t0\t4',
    ].join('\r\n');
    expect(filled(text(copied, 'requests.granted.naturalPersons'))).toEqual({
      ...row('received', [5, 1, 0, 0, 0, 1, 7]),
      ...row('granted', [15, 0, 0, 0, 0, 0, 15]),
      ...row('stateSecrets', [2, 0, 0, 0, 0, 0, 2]),
      ...row('prohibitedByLaw', [4, 0, 0, 0, 0, 0, 4]),
    });
  });

  it('may have a label broken over two lines of text', () => {
    const copied =
      '（一）予以公开\t15\t0\t0\t0\t0\t0\t15\n（二）部分公开（区分处理的，只计这一情形，\n不计其他情形）\t3\t0\t0\t0\t0\t0\t3\n';
    expect(filled(text(copied))).toEqual({
      ...row('granted', [15, 0, 0, 0, 0, 0, 15]),
      ...row('partlyGranted', [3, 0, 0, 0, 0, 0, 3]),
    });
  });

  it('are left out and named where a figure stands on a line of its own', () => {
    const outcome = text(
      '（一）予以公开\t15\n\t0\t0\t0\t0\t0\t15\n一、本年新收政府信息公开申请数量\t7\t1\t0\t0\t0\t0\t8',
    );
    expect(filled(outcome)).toEqual(row('received', [7, 1, 0, 0, 0, 0, 8]));
    expect(outcome).toMatchObject({ remarks: [expect.stringContaining('予以公开')] });
  });

  it('are left out and named where their label is not of the form', () => {
    const outcome = text('（一）予以公开\t15\t0\t0\t0\t0\t0\t15\n（九）另行答复\t1\t0\t0\t0\t0\t0\t1');
    expect(filled(outcome)).toEqual(row('granted', [15, 0, 0, 0, 0, 0, 15]));
    expect(outcome).toMatchObject({ remarks: [expect.stringContaining('（九）另行答复')] });
  });

  it('take their columns from the heads that were copied, in any order', () => {
    const copied = '\t总计\t自然人\n（一）予以公开\t15\t9\n二、上年结转政府信息公开申请数量\t3\t2';
    expect(filled(text(copied, 'requests.received.businesses'))).toEqual({
      'requests.granted.total': 15,
      'requests.granted.naturalPersons': 9,
      'requests.carriedIn.total': 3,
      'requests.carriedIn.naturalPersons': 2,
    });
  });

  it('without heads and with fewer figures begin at the cell pasted at in their own row, else nowhere', () => {
    const copied = '（一）予以公开\t15\t9\n（二）部分公开\t3\t2';
    expect(filled(text(copied, 'requests.granted.businesses'))).toEqual({
      'requests.granted.businesses': 15,
      'requests.granted.researchInstitutions': 9,
      'requests.partlyGranted.businesses': 3,
      'requests.partlyGranted.researchInstitutions': 2,
    });
    expect(text(copied, 'requests.received.naturalPersons')).toMatchObject({ type: 'refused' });
  });

  it('ask where heads are not those of the form', () => {
    const copied = '\t合算\t公民\t公司\t院所\t公益\t律所\t别的\n（一）予以公开\t15\t9\t6\t0\t0\t0\t0';
    expect(text(copied)).toMatchObject({ type: 'question', question: expect.stringContaining('合算') });
  });

  it('are read from lines of a PDF', () => {
    const copied = '一、本年新收政府信息公开申请数量 5 1 0 0 0 1 7\n二、上年结转政府信息公开申请数量 3　0  0 0 0 0 3';
    expect(filled(text(copied, 'disclosure.regulations.issued'))).toEqual({
      ...row('received', [5, 1, 0, 0, 0, 1, 7]),
      ...row('carriedIn', [3, 0, 0, 0, 0, 0, 3]),
    });
    expect(text('（一）予以公开 1 234 0 0 0 0 1')).toMatchObject({ type: 'refused' });
    expect(filled(text('（一）予以公开 1 234 0 0 0 0 235'))).toEqual(row('granted', [1, 234, 0, 0, 0, 0, 235]));
  });

  it('keep text that is no figure in its cell, and a formula too', () => {
    expect(filled(text('（一）予以公开\t=SUM(B2:B7)\t3余件\t0\t0\t0\t0\t15'))).toEqual(
      row('granted', ['=SUM(B2:B7)', '3余件', 0, 0, 0, 0, 15]),
    );
  });

  it('are converted where the head says another unit', () => {
    const outcome = html(
      '<table><tr><td>信息内容<td>本年收费金额（单位：元）<tr><td>行政事业性收费<td>251000</table>',
      'disclosure.regulations.issued',
    );
    expect(filled(outcome)).toEqual({ 'disclosure.administrativeFees.amount': '25.1000' });
    expect(outcome).toMatchObject({ remarks: [expect.stringContaining('万元')] });
  });
});

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
    // As a spreadsheet copies it: narrower lines are padded.
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

describe('the html of a program', () => {
  it('leaves hidden rows out', () => {
    const copied =
      '<table><tr><td>1<td>2</tr><tr style="mso-height-source:auto;display:none"><td>8<td>9</tr><tr><td>3<td>4</tr></table>';
    expect(Object.values(filled(html(copied)))).toEqual(['1', '2', '3', '4']);
  });

  it('leaves hidden columns out, as Excel writes them', () => {
    const copied =
      "<table><col width=72 style='width:54pt'><col width=0 span=2 style='display:none;mso-width-source:userset'><col width=72>" +
      '<tr><td>1<td width=0>8<td>9<td>2</tr><tr><td>3<td>8<td>9<td>4</tr></table>';
    expect(Object.values(filled(html(copied)))).toEqual(['1', '2', '3', '4']);
  });

  it('leaves struck-out figures out, and writes none that a note mark makes unsure', () => {
    const cells = (first: string) => `<td>${first}${'<td>0'.repeat(5)}<td>15`;
    const granted = (first: string) => html(`<table><tr><td>（一）予以公开${cells(first)}</table>`);
    expect(filled(granted('<s>14</s>15'))).toEqual(row('granted', [15, 0, 0, 0, 0, 0, 15]));
    const marked = granted('15<sup>1</sup>');
    for (const outcome of [marked, html(`<table><tr>${cells('15<sup>1</sup>')}</table>`)])
      if (outcome.type === 'fill') expect(outcome.cells.map(({ text: as }) => as)).not.toContain('151');
      else expect(outcome.type).toBe('refused');
  });

  it('counts before the text beside it', () => {
    const outcome = pasteOutcome({ text: '5\n6', html: '<table><tr><td>5<td>6</table>' }, form, first);
    expect(Object.values(filled(outcome))).toEqual(['5', '6']);
    expect(Object.keys(filled(outcome))[1]).toBe('requests.received.businesses');
  });

  it('may hold no table: then the text counts, or its own', () => {
    const page = '<p>5 1 0 0 0 1 7</p>';
    for (const outcome of [html(page), pasteOutcome({ text: '5 1 0 0 0 1 7', html: page }, form, first)])
      expect(filled(outcome)).toEqual(row('received', ['5', '1', '0', '0', '0', '1', '7']));
    expect(filled(html('<b>12</b>'))).toEqual({ [first]: '12' });
  });
});

describe('a dash', () => {
  it('is asked about: zero, blank or not applicable', () => {
    const asked = text('5\t - \t1', 'requests.received.naturalPersons');
    if (asked.type !== 'question') throw new Error(asked.type);
    expect(asked.choices.map(({ label }) => label)).toEqual(['按 0', '留空白', '按不适用，照原样']);
    expect(asked.choices.map(({ outcome }) => filled(outcome)['requests.received.businesses'])).toEqual([
      0,
      null,
      { na: '-' },
    ]);
  });

  it('is an amount where amounts are meant, and nothing is asked of a slash', () => {
    const asked = text(' — ', 'disclosure.administrativeFees.amount');
    if (asked.type !== 'question') throw new Error(asked.type);
    expect(filled(asked.choices[0]!.outcome)).toEqual({ 'disclosure.administrativeFees.amount': '0' });
    expect(filled(text('/\t无'))).toMatchObject({ [first]: '/' });
  });
});

it('refuses what is too long, and text without a table', () => {
  expect(text('1\t'.repeat(1_500_000))).toMatchObject({ type: 'refused' });
  expect(text('本年度工作总体平稳。\n另有一段。')).toMatchObject({ type: 'refused' });
  expect(html('<table><tr><td>1<tr><td><tr><td>3</table>')).toMatchObject({ type: 'refused' });
});
