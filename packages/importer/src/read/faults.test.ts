import { existsSync, readFileSync } from 'node:fs';
import { findCell, formatValue, formOf, valueAt } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../import-document.ts';

/**
 * Files with faults reported for other programs, next to the repository; the tests of the readers create equivalents of
 * all of them.
 */
const folder = new URL('../../../../../shared/corpus/faults/', import.meta.url);
const known = existsSync(folder);

/** Maximum number of figures that may stay unread; the others must be correct. */
const maxUnread: Readonly<Record<string, number>> = {
  'base.docx': 0,
  'docx-altchunk.docx': 0,
  'docx-row-deleted-rowonly.docx': 0,
  'docx-strike.docx': 0,
  'docx-superscript.docx': 0,
  'word-online-document2.docx': 0,
  'flat-opc.xml': 0,
  'mht-from-first.doc': 0,
  'html-del.html': 0,
  'html-input.html': 0,
  'ods-error-table2.ods': 1,
  'xlsx-error-table2.xlsx': 1,
  'xlsx-float-1263.4700000000003.xlsx': 0,
  'xlsx-formula-no-cache-1.xlsx': 1,
  'xlsx-hidden-column.xlsx': 0,
  // The field overlaps another figure on the second page.
  'pdf-acroform.pdf': 1,
  'pdf-fake-bold-one.pdf': 0,
  'pdf-invisible.pdf': 0,
  'pdf-sideways-norotate.pdf': 0,
  'pdf-watermark-digits.pdf': 0,
  'pdf-watermark-words.pdf': 0,
};

describe.skipIf(!known)('a file with a fault', () => {
  const figures = known
    ? readFileSync(new URL('base.figures.csv', folder), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
    : [];

  it.each(Object.entries(maxUnread))('%s: none wrong, at most %i unread', { timeout: 30_000 }, async (name, limit) => {
    const result = await importDocument(new Uint8Array(readFileSync(new URL(name, folder))));
    if (!result.ok) throw new Error(result.message);
    const form = formOf(result.report.form);
    const wrong: string[] = [];
    let unread = 0;
    for (const [section, row, column, value] of figures) {
      const cell = findCell(form, `${section}.${row}.${column}`)!;
      const found = formatValue(valueAt(form, result.report, cell.key), cell.measure);
      if (result.provenance[cell.key]!.certainty === 'unread') unread++;
      else if (found !== value) wrong.push(`${cell.code}: ${found} for ${value}`);
    }
    expect(wrong).toEqual([]);
    expect(unread).toBeLessThanOrEqual(limit);
  });
});
