// Reading one report of each kind, warm; a PDF against pdf.js taking its text out; an archive of 1,000 on all cores.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createImportPool } from '@gongkai/importer/sandbox';
import { importDocument } from '@gongkai/importer';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ratio, spread, verdict } from '../src/ratio.ts';

const fixtures = new URL('../../../packages/importer/fixtures/', import.meta.url);
const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const bytesOf = (name: string, folder = fixtures) => new Uint8Array(readFileSync(new URL(name, folder)));
const mostMilliseconds = 50;
const documents = 1_000;

for (const name of ['shuiwu-2023.docx', 'shuiwu-2023.html', 'shuiwu-2023.xlsx', 'qingyuan-2020.txt']) {
  const bytes = bytesOf(name);
  const times: number[] = [];
  for (let round = 0; round < 30; round++) {
    const start = performance.now();
    await importDocument(bytes);
    times.push(performance.now() - start);
  }
  const { median, min, max } = spread(times.slice(10));
  console.log(
    `${name}: ${median.toFixed(1)} ms (${min.toFixed(1)} to ${max.toFixed(1)})${verdict(median, mostMilliseconds)}`,
  );
}

// A real report, if one is available, because it is longer than the fixture.
const [pdfName, pdfFolder] = existsSync(corpus) ? ['huaian-2024.pdf', corpus] : ['shuiwu-2023.pdf', fixtures];
const pdf = bytesOf(pdfName, pdfFolder);
await ratio(
  `${pdfName} as a report : its text by pdf.js`,
  () => importDocument(pdf),
  async () => {
    const task = getDocument({ data: pdf.slice(), isEvalSupported: false, verbosity: VerbosityLevel.ERRORS });
    const document = await task.promise;
    for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent();
    await task.destroy();
  },
  { rounds: 9, atMost: 3 },
);

// As many child processes as cores, against one: the gain of the second core.
const kinds = ['shuiwu-2023.docx', 'shuiwu-2023.html', 'shuiwu-2023.xlsx', 'qingyuan-2020.txt', 'keji-2024.md'].map(
  (name) => bytesOf(name),
);
for (const size of [1, availableParallelism()]) {
  const pool = createImportPool({ size, time: 60_000 });
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: documents }, async (_, at) => {
      await pool.import(kinds[at % kinds.length]!);
      if (++done % 250 === 0) console.log(`  ${done} of ${documents}`);
    }),
  );
  pool.close();
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${documents} documents with ${size} children: ${seconds.toFixed(1)} s, ${(documents / seconds).toFixed(0)} a second`,
  );
}
