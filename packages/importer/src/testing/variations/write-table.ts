/** Writes docs/reference/import.md. Ends with 1 where a figure came out wrong. */
import { writeFileSync } from 'node:fs';
import { pageOf, tryAll, wrongIn } from './table.ts';

const lines = await tryAll();
for (const wrong of wrongIn(lines)) console.error(wrong);
if (wrongIn(lines).length > 0) process.exitCode = 1;
writeFileSync(new URL('../../../../../docs/reference/import.md', import.meta.url), pageOf(lines));
