/** Writes docs/reference/import-programs.md; needs LibreOffice. */
import { writeFileSync } from 'node:fs';
import { programsPage, tryPrograms } from './programs.ts';

writeFileSync(
  new URL('../../../../../docs/reference/import-programs.md', import.meta.url),
  programsPage(await tryPrograms()),
);
