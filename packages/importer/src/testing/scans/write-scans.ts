/** Writes docs/reference/import-scans.md; needs LibreOffice, Tesseract and Poppler. */
import { writeFileSync } from 'node:fs';
import { scansPage, tryScans } from './measure-scans.ts';

const lines = await tryScans();
for (const { form, degradation, outcome } of lines)
  for (const wrong of outcome.wrong) console.error(`${form.id}, ${degradation}: ${wrong}`);
writeFileSync(new URL('../../../../../docs/reference/import-scans.md', import.meta.url), scansPage(lines));
