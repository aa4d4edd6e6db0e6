import { cellsOf, forms, tableModel, type Form } from '@gongkai/schema';
import { expect } from 'vitest';
import type { PasteOutcome } from '../clipboard/outcome.ts';
import { pasteOutcome } from '../clipboard/paste.ts';

export const form = forms.at(-1)!;
export const first = 'requests.received.naturalPersons';
export const text = (copied: string, at = first, layout: Form = form) =>
  pasteOutcome({ text: copied, html: '' }, layout, at);
export const html = (copied: string, at = first, layout: Form = form) =>
  pasteOutcome({ text: '', html: copied }, layout, at);

/** The filled cells: their values if the outcome gives them, otherwise their texts. */
export function filled(outcome: PasteOutcome): Record<string, unknown> {
  expect(outcome).toMatchObject({ type: 'fill' });
  if (outcome.type !== 'fill') return {};
  return Object.fromEntries(outcome.cells.map(({ cell, text: as, value }) => [cell, value === undefined ? as : value]));
}

export const row = (key: string, values: readonly unknown[], table = 'requests', layout: Form = form) =>
  Object.fromEntries(
    cellsOf(layout)
      .filter((cell) => cell.key.startsWith(`${table}.${key}.`))
      .map((cell, at) => [cell.key, values[at]]),
  );

/** An official table as HTML of a program; `cellHtml` gives the content of each cell. */
export function tableHtml(
  layout: Form,
  table: string,
  valueAt: (key: string) => string,
  cellHtml = (words: string) => words,
) {
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
  forms.map((layout) => [layout.id, new Map(cellsOf(layout).map(({ key, ordinal }) => [key, ordinal]))]),
);
export const numbered =
  ({ id }: Form) =>
  (key: string) =>
    String(ordinals.get(id)!.get(key));
export const word = (words: string) =>
  `<p class=MsoNormal align=center><span lang=EN-US style='mso-bidi-font-size:10.5pt'>${words}<o:p></o:p></span></p>`;
