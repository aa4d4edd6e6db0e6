/** Writes docs/reference/import.md. Exits with 1 if a figure is wrong. */
import { writeFileSync } from 'node:fs';
import { tryAllDisguises } from '../disguises/table.ts';
import { pageOf, tryAll, wrongIn } from './table.ts';

const lines = await tryAll();
const disguised = await tryAllDisguises();
const wrong = [...wrongIn(lines), ...disguised.flatMap((line) => line.wrong)];
for (const one of wrong) console.error(one);
if (wrong.length > 0) process.exitCode = 1;
writeFileSync(new URL('../../../../../docs/reference/import.md', import.meta.url), pageOf(lines, disguised));
