import { cellsOf, forms } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { first, text, html, filled, row, tableHtml, numbered, word } from '../testing/paste.ts';

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
