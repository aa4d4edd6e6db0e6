import type { Form, Report } from '@gongkai/schema';
import { draftOf, type Draft, type DraftBlock, type SpecimenCell } from './specimen.ts';

/** A cell before its pipe. Cells merged with it keep their pipes, as does the rest of a row that ends early. */
const pipedCell = ({ text, colspan }: SpecimenCell, isLast: boolean) =>
  `${text} |${isLast || colspan > 1 ? ` ${'|'.repeat(Math.max(1, colspan - 1))}` : ''}`.trimStart();

/** Ways in which text extractors lay out the cells of a table. */
export const textLayouts: Readonly<Record<string, (rows: readonly (readonly SpecimenCell[])[]) => string[]>> = {
  'tabs between cells': (rows) => rows.map((row) => row.map(({ text }) => text).join('\t')),
  'tabs, merged cells as empty ones': (rows) =>
    rows.map((row) => row.map(({ text, colspan }) => text + '\t'.repeat(colspan - 1)).join('\t')),
  'one cell a line with a blank line between': (rows) => rows.flatMap((row) => row.flatMap(({ text }) => [text, ''])),
  'a row a line with pipes': (rows) => rows.map((row) => row.map(({ text }) => `${text} |`).join(' ')),
  'pipes at both ends, merged cells left': (rows) =>
    rows.map((row) => `|${row.map(({ text, colspan }) => ` ${text} |${'|'.repeat(colspan - 1)}`).join('')}`),
  'label and each value on a line ending in a pipe': (rows) =>
    rows.flatMap((row) => row.map(({ text }) => `${text} |`)),
  'each cell on a line with the pipes of the cells merged with it': (rows) =>
    rows.flatMap((row) => row.map((one, at) => pipedCell(one, at === row.length - 1))),
  'a lone pipe before each row, one cell a line, merged cells with pipes': (rows) =>
    rows.flatMap((row) => [
      '|',
      ...row.map((one, at) => (at === row.length - 1 || one.colspan > 1 ? pipedCell(one, true) : one.text)),
    ]),
  'a lone pipe before each row, then one cell a line': (rows) =>
    rows.flatMap((row) => ['|', ...row.map(({ text }) => text)]),
  'a line with a pipe after each cell': (rows) => rows.flatMap((row) => row.flatMap(({ text }) => [text, '|'])),
  'blanks between label and numbers': (rows) => rows.map((row) => row.map(({ text }) => text).join(' ')),
  'a Markdown table': (rows) =>
    rows.flatMap((row, at) => [
      `| ${row.map(({ text }) => text).join(' | ')} |`,
      ...(at === 0 ? [`|${'---|'.repeat(row.length)}`] : []),
    ]),
};

/** A draft as text, with its tables in one of the layouts. */
export function textOf({ opening, sections, closing }: Draft, layout: keyof typeof textLayouts): string {
  const lines = (block: DraftBlock) => (typeof block === 'string' ? [block] : textLayouts[layout]!(block));
  return [
    ...opening,
    ...sections.flatMap(({ heading, blocks }) => ['', heading, '', ...blocks.flatMap(lines)]),
    ...closing,
  ].join('\n');
}

/** A complete report as text, with its tables in one of the layouts. */
export function layOutText(form: Form, report: Report, layout: keyof typeof textLayouts): string {
  return textOf(draftOf(form, report), layout);
}
