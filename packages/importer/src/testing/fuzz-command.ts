// `npm run -s fuzz`: reads mutations of the layout and bytes of every document, and figures disguised in every file
// format. Exits with 1 if a figure is wrong without being reported as unread, or if a file yields neither a report nor
// a refusal.
import { parseArgs } from 'node:util';
import { fuzzBytes } from './fuzz-bytes.ts';
import { fuzz, fuzzDisguises } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    mutations: { type: 'string', default: '2000' },
    first: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    kind: { type: 'string', default: 'all' },
  },
});
const [count, first] = [Number(values.mutations), Number(values.first)];

if (values.kind === 'all' || values.kind === 'disguises') {
  const { wrong, right, unread } = await fuzzDisguises(count, first, values.only);
  for (const figure of wrong.slice(0, 50)) console.log(JSON.stringify(figure));
  console.log(`disguises: right ${right}, named as not read ${unread}, wrong ${wrong.length}`);
  if (wrong.length > 0) process.exitCode = 1;
}
if (values.kind === 'all' || values.kind === 'layout') {
  const { wrong, right, unread } = await fuzz(count, first, values.only);
  for (const figure of wrong.slice(0, 50)) console.log(JSON.stringify(figure));
  console.log(`layout: right ${right}, named as not read ${unread}, wrong ${wrong.length}`);
  if (wrong.length > 0) process.exitCode = 1;
}
if (values.kind === 'all' || values.kind === 'bytes') {
  const broken = await fuzzBytes(count, first, values.only);
  for (const one of broken.slice(0, 50)) console.log(JSON.stringify(one));
  console.log(`bytes: ${broken.length} broken down`);
  if (broken.length > 0) process.exitCode = 1;
}
