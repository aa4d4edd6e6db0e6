import { describe, expect, it } from 'vitest';
import { form, first, text, html, filled, row } from '../testing/paste.ts';
import { pasteOutcome } from './paste.ts';

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
      expect(outcome.type === 'fill' ? outcome.cells.map(({ text: as }) => as) : []).not.toContain('151');
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
