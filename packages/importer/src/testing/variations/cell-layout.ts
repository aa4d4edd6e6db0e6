import type { Form } from '@gongkai/schema';
import { specimen } from '../specimen.ts';
import { mapTables, type Variation } from './variation.ts';

/** Figures whose sums hold, so that concatenated figures can be separated. */
const adding = (form: Form) => specimen(form, (key) => (/\.received\.(?:naturalPersons|total)$/.test(key) ? 12 : 0));
const alike = (form: Form) =>
  specimen(form, (key) =>
    key.endsWith('.amount') ? '5' : key.endsWith('.total') && !key.includes('.total.') ? 30 : 5,
  );
/** Figures with empty, partly filled and completely filled rows. */
const sparse = (form: Form) =>
  specimen(form, (key, ordinal) => {
    const [, row, column] = key.split('.');
    if (row === 'penalties' || row === 'granted') return ordinal;
    return column === 'total' || (row === 'received' && column === 'researchInstitutions') ? ordinal : null;
  });
const glue = (text: string) => text.replaceAll(/(?<=[\u4e00-\u9fff）”\d]) (?=\d)/gu, '');

/** Ways in which the cells of a table are written one after another. */
export const cellLayout: readonly Variation[] = [
  { name: 'the official form as it is' },
  {
    name: 'L1 a cell a line, a blank line between',
    kinds: ['text'],
    layout: 'one cell a line with a blank line between',
  },
  { name: 'L2 a row a line `a | b | c |`', kinds: ['text'], layout: 'a row a line with pipes' },
  {
    name: 'L2 pipes at both ends, merged cells left as `||`',
    kinds: ['text'],
    layout: 'pipes at both ends, merged cells left',
  },
  {
    name: 'L3 label and value each on a line ending ` |`',
    kinds: ['text'],
    layout: 'label and each value on a line ending in a pipe',
  },
  {
    name: 'L3 with merged cells as lines of pipes, and indents',
    kinds: ['text'],
    layout: 'label and each value on a line ending in a pipe',
    text: (text) => text.replaceAll(/^(一、本年新收.*\|)$/gmu, '$1\n|||').replaceAll(/^(\d+ \|)$/gmu, '  \t $1'),
  },
  {
    name: 'L3 with the pipes of merged cells on the line of the cell `16.5 | ||`',
    kinds: ['text'],
    layout: 'each cell on a line with the pipes of the cells merged with it',
  },
  {
    name: 'L3 with blank cells as a lone `|`, or as `| ||` where merged',
    kinds: ['text'],
    report: sparse,
    layout: 'each cell on a line with the pipes of the cells merged with it',
  },
  {
    name: 'L4 with pipes after merged cells',
    kinds: ['text'],
    layout: 'a lone pipe before each row, one cell a line, merged cells with pipes',
  },
  {
    name: 'L4 a lone `|` opens each row',
    kinds: ['text'],
    layout: 'a lone pipe before each row, then one cell a line',
  },
  { name: 'L5 a line with `|` after each cell', kinds: ['text'], layout: 'a line with a pipe after each cell' },
  {
    name: 'L6 digits glued to the label, one reading adds up',
    kinds: ['text'],
    report: adding,
    layout: 'blanks between label and numbers',
    text: glue,
  },
  {
    name: 'L6 digits glued, `555` for 5/5/5',
    kinds: ['text'],
    report: alike,
    layout: 'blanks between label and numbers',
    text: glue,
  },
  {
    name: 'L6 the whole report one line',
    kinds: ['text'],
    layout: 'blanks between label and numbers',
    text: (text) => text.replaceAll(/\s+/gu, ''),
  },
  {
    name: 'L7 every repeated line dropped',
    kinds: ['text'],
    report: adding,
    layout: 'one cell a line with a blank line between',
    text: (text) => [...new Set(text.split('\n'))].join('\n'),
  },
  { name: 'L0 tables gone (pictures)', change: (draft) => mapTables(draft, () => []) },
  {
    name: 'L0 prose in place of tables',
    change: (draft) => mapTables(draft, () => ['本年新收政府信息公开申请12件，均已办结，没有行政复议和行政诉讼。']),
  },
  { name: 'a table without rulings', kinds: ['pdf'], pdf: { rulings: 'none' } },
  { name: 'rulings as thin shapes', kinds: ['pdf'], pdf: { rulings: 'fill' } },
  { name: 'tables over page breaks', kinds: ['pdf'], pdf: { room: 100 } },
  { name: 'tabs between cells', kinds: ['text'], layout: 'tabs between cells' },
  {
    name: 'label and numbers on one line, blanks between',
    kinds: ['text'],
    layout: 'blanks between label and numbers',
  },
  { name: 'a Markdown table', kinds: ['text'], layout: 'a Markdown table' },
];
