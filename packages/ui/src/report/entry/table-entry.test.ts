import { blankReport, forms, tableModel, withValue, type Report } from '@gongkai/schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { placeTable } from '../table/table-grid.ts';
import { buildGrid } from './entry-grid.ts';
import type { Pasted } from './clipboard-data.ts';
import { TableEntry, type EditKind } from './table-entry.svelte.ts';

const form = forms[0]!;
const grid = buildGrid(placeTable(tableModel(form, 'disclosure'), ''));
const cell = 'disclosure.licensing.change';

let report: Report;
let edits: EditKind[];
let focused: string[];
let pasted: [Pasted, string][];
let entry: TableEntry;

beforeEach(() => {
  report = blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own');
  edits = [];
  focused = [];
  pasted = [];

  entry = new TableEntry(() => ({
    layout: form,
    grid,
    tables: report.tables,
    focus: (target) => focused.push(target),
    edit: (changes, kind) => {
      edits.push(kind);
      for (const [key, value] of changes) report = withValue(form, report, key, value);
    },
    paste: (content, at) => pasted.push([content, at]),
  }));
});

function press(key: string, from = cell, modifiers: Partial<KeyboardEvent> = {}) {
  let prevented = false;
  const input = { value: entry.text(from), select() {}, setSelectionRange() {} };
  entry.keyDown(
    {
      key,
      ...modifiers,
      currentTarget: input,
      preventDefault: () => (prevented = true),
      stopPropagation() {},
    } as unknown as Parameters<TableEntry['keyDown']>[0],
    from,
  );
  return prevented;
}

function paste(text: string, html = '') {
  let prevented = false;
  const clipboardData = { getData: (type: string) => (type === 'text/html' ? html : text) };
  entry.paste({ clipboardData, preventDefault: () => (prevented = true) } as unknown as ClipboardEvent, cell);
  return prevented;
}

describe('typing', () => {
  it('shows the text as typed, and the official format after the cell loses the focus', () => {
    entry.typed(cell, '52');
    expect(entry.text(cell)).toBe('52');
    entry.left();
    expect(entry.text(cell)).toBe('+52');
  });

  it('restores the value before typing on Escape', () => {
    report = withValue(form, report, cell, -21);
    entry.typed(cell, '5');
    entry.typed(cell, '52');
    expect(press('Escape')).toBe(true);
    expect(entry.text(cell)).toBe('-21');
  });

  it('does not handle Escape if nothing was typed', () => {
    expect(press('Escape')).toBe(false);
  });
});

describe('keys', () => {
  it('move with arrows and Enter, and stop at the edge', () => {
    press('ArrowRight');
    press('ArrowLeft');
    press('Enter');
    press('Enter', cell, { shiftKey: true });
    expect(focused).toEqual([
      'disclosure.licensing.decisions',
      'disclosure.licensing.previousItems',
      'disclosure.otherServices.change',
      'disclosure.normativeDocuments.newlyDisclosed',
    ]);
    expect(press('ArrowRight', 'disclosure.licensing.decisions')).toBe(true);
    expect(focused).toHaveLength(4);
  });

  it('move the caret sideways after F2', () => {
    press('F2');
    expect(press('ArrowLeft')).toBe(false);
    expect(press('Home')).toBe(false);
    expect(press('ArrowDown')).toBe(true);
    expect(focused).toEqual(['disclosure.otherServices.change']);
  });

  it('continue on Enter below the start of a sequence of Tab keys', () => {
    press('Tab', 'disclosure.licensing.previousItems');
    press('Tab', 'disclosure.licensing.change');
    press('Enter', 'disclosure.licensing.decisions');
    expect(focused).toEqual(['disclosure.otherServices.previousItems']);
  });

  it('leave Tab, shortcuts and text under composition to the browser', () => {
    expect(press('Tab')).toBe(false);
    expect(press('z', cell, { ctrlKey: true })).toBe(false);
    expect(press('ArrowLeft', cell, { shiftKey: true })).toBe(false);
    expect(press('Enter', cell, { isComposing: true })).toBe(false);
    expect(press('Enter', cell, { isComposing: false, keyCode: 229 })).toBe(false);
  });
});

describe('pasting', () => {
  it('passes on more than a word, with its html, and prevents its insertion into the input', () => {
    expect(paste('项目\t10\n', '<table></table>')).toBe(true);
    expect(pasted).toEqual([[{ text: '项目\t10\n', html: '<table></table>' }, cell]]);
    expect(edits).toEqual([]);
  });

  it('leaves a single text to the input', () => {
    expect(paste('12')).toBe(false);
    expect(pasted).toEqual([]);
  });
});

it('fills every blank cell with 0, amounts as amounts, and no other', () => {
  report = withValue(form, report, cell, { na: '/' });
  entry.fillBlanks();
  expect(edits).toEqual(['fill']);
  expect(entry.blankCells).toEqual([]);
  expect(report.tables['disclosure']!['centralisedProcurement']!['amount']).toBe('0');
  expect(report.tables['disclosure']!['licensing']).toEqual({ previousItems: 0, change: { na: '/' }, decisions: 0 });
});
