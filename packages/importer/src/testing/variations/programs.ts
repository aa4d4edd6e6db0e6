import { createImportPool } from '../../sandbox/import-pool.ts';
import { convert, type Target } from '../../sandbox/office/convert.ts';
import { findOffice } from '../../sandbox/office/find-office.ts';
import { cellLayout } from './cell-layout.ts';
import { measure, trialsOf, type Outcome, type Trial } from './measure.ts';
import { numbers } from './numbers.ts';
import { inCell } from './table.ts';

/** File formats that LibreOffice writes, and the format of ours that it converts. */
const kinds: Readonly<Record<string, { readonly from: 'docx' | 'xlsx'; readonly target: Target }>> = {
  docx: { from: 'docx', target: { extension: 'docx', filter: 'MS Word 2007 XML' } },
  doc: { from: 'docx', target: { extension: 'doc' } },
  odt: { from: 'docx', target: { extension: 'odt' } },
  rtf: { from: 'docx', target: { extension: 'rtf' } },
  pdf: { from: 'docx', target: { extension: 'pdf' } },
  xlsx: { from: 'xlsx', target: { extension: 'xlsx' } },
  xls: { from: 'xlsx', target: { extension: 'xls' } },
  ods: { from: 'xlsx', target: { extension: 'ods' } },
};
const chosen = new Set(['the official form as it is', 'blanks: five legal-person columns']);
const patient = { time: 120_000, memory: 512 * 2 ** 20 };

export interface ProgramLine {
  readonly name: string;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** Converts some variations in the newest form with LibreOffice into files of every format, and reads these. */
export async function tryPrograms(): Promise<ProgramLine[]> {
  const program = findOffice()!;
  const pool = createImportPool({ time: patient.time });
  const lines: ProgramLine[] = [];
  for (const variation of [...cellLayout, ...numbers].filter(({ name }) => chosen.has(name))) {
    const outcomes = new Map<string, Outcome>();
    for (const [kind, { from, target }] of Object.entries(kinds)) {
      const trial = trialsOf(variation, from).at(-1)!;
      const file = await convert(program, trial.bytes, from, target, patient);
      if ('ok' in file) throw new Error(`${variation.name}, ${kind}: ${file.message}`);
      outcomes.set(kind, await measure([{ ...trial, bytes: file } satisfies Trial], (bytes) => pool.import(bytes)));
    }
    lines.push({ name: variation.name, outcomes });
  }
  pool.close();
  return lines;
}

/** The text of the reference page. */
export function programsPage(lines: readonly ProgramLine[]): string {
  const names = Object.keys(kinds);
  return `<!-- Written by packages/importer/src/testing/variations/write-programs.ts: change the importer or the variations, not this page. -->

# Import of files written by LibreOffice

Some variations of the newest form, each written by LibreOffice as a file of every kind. A cell counts figures
**right / reported as not read / wrong**. .doc, .odt and .rtf are read through LibreOffice, .xls, .xlsx and .ods by the
workbook readers.

| variation | ${names.join(' | ')} |
|---|${names.map(() => '---|').join('')}
${lines.map(({ name, outcomes }) => `| ${name} | ${names.map((kind) => inCell(outcomes.get(kind))).join(' | ')} |`).join('\n')}
`;
}
