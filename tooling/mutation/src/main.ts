// `npm run mutation [part …]`: mutation testing of the checks; an hour and a half of CPU time if no part is named.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mutate } from './mutate.ts';
import { parts } from './parts.ts';
import { summaryPage } from './summary.ts';
import { total, type Tally } from './tally.ts';

const LEAST = 90;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}test-results/mutation`;
const page = `${root}docs/reference/mutation.md`;
const names = Object.keys(parts);

const wanted = process.argv.length > 2 ? process.argv.slice(2) : names;
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
for (const name of wanted) {
  const tally = await mutate(parts[name]!, `${folder}/${name}.report.json`);
  writeFileSync(`${folder}/${name}.json`, JSON.stringify(tally));
  console.log(`${name}: ${tally.score.toFixed(1)} % of the changes noticed`);
}

const measured = new Map(
  names.flatMap((name): [string, Tally][] => {
    const file = `${folder}/${name}.json`;
    return existsSync(file) ? [[name, JSON.parse(readFileSync(file, 'utf8')) as Tally]] : [];
  }),
);
const { score } = total([...measured.values()]);
console.log(`all measured parts: ${score.toFixed(1)} %, at least ${LEAST} % asked for`);
writeFileSync(page, summaryPage(measured, names, LEAST));
if (score < LEAST) process.exitCode = 1;
