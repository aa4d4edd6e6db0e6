import { forms, type Form } from '@gongkai/schema';
import { createImportPool } from '../../sandbox/import-pool.ts';
import { measure, type Outcome } from '../variations/measure.ts';
import { degradations } from './degrade.ts';
import { encoded, type ScanKind } from './encode.ts';
import { rendered } from './rendered.ts';

/** The results for a report's figures after scanning. */
export interface ScanLine {
  readonly form: Form;
  readonly degradation: string;
  readonly kind: ScanKind;
  readonly pages: number;
  readonly outcome: Outcome;
}

/** Simulates every kind of scan for a report of each form as PDF, and reads it. */
export async function tryScans(): Promise<ScanLine[]> {
  const pool = createImportPool({ size: 1, time: 60_000, scanTime: 300_000 });
  const lines: ScanLine[] = [];
  for (const form of forms) {
    const { pages, trial } = await rendered(form);
    for (const { name, apply } of degradations) {
      const bytes = encoded(pages.map(apply), 'pdf');
      const outcome = await measure([{ ...trial, bytes }], (file) => pool.import(file));
      lines.push({ form, degradation: name, kind: 'pdf', pages: pages.length, outcome });
    }
  }
  pool.close();
  return lines;
}

/** The text of the reference page. */
export function scansPage(lines: readonly ScanLine[]): string {
  const line = ({ form, degradation, pages, outcome: { right, unread, wrong } }: ScanLine) =>
    `| ${form.id} | ${degradation} | ${pages} | ${right} / ${unread} / ${wrong.length} |`;
  return `<!-- Written by packages/importer/src/testing/scans/write-scans.ts: change the importer, not this page. -->

# Scanned reports

A report of each form is printed by LibreOffice and rendered at 200 dpi as a PDF of greyscale images. A cell counts figures
**right / reported as not read / wrong**. Every figure that is read is marked as inferred. Noise is a standard deviation of
18 of 255 levels and one speck in 500 pixels.

| form | scan | pages | figures |
|---|---|---|---|
${lines.map(line).join('\n')}
`;
}
