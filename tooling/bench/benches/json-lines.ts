// Every figure of 10,000 reports as JSON Lines out of the running server, for a reader that takes its time: its memory.
import { migrate, openDatabase } from '@gongkai/db';
import { startServer } from '@gongkai/tooling-e2e/server';
import { fillWithReports } from '../src/many-reports.ts';
import { benchDatabase } from '../src/postgres.ts';
import { spread, verdict } from '../src/ratio.ts';
import { residentMegabytes } from '../src/resident-memory.ts';

const REPORTS = 10_000;
const MEGABYTE = 2 ** 20;

await using bench = await benchDatabase();
const database = await openDatabase({ url: bench.url });
await migrate(database);
await fillWithReports(database, REPORTS);
await database.close();
const server = await startServer({ env: { DATABASE_URL: bench.url } });
try {
  const before = residentMegabytes(server.pid);
  const memory: number[] = [];
  let [bytes, lines] = [0, 0];
  const start = performance.now();
  const { body } = await fetch(`${server.url}/api/v1/figures?format=jsonl`);
  for await (const part of body as ReadableStream<Uint8Array>) {
    if (Math.floor((bytes + part.length) / MEGABYTE) > Math.floor(bytes / MEGABYTE))
      memory.push(residentMegabytes(server.pid));
    bytes += part.length;
    for (const byte of part) if (byte === 10) lines += 1;
  }
  const seconds = (performance.now() - start) / 1000;
  if (lines % REPORTS > 0) throw new Error(`${lines} lines for ${REPORTS} reports`);
  const [early, late] = [memory.slice(memory.length / 10, memory.length / 2), memory.slice(memory.length / 2)].map(
    spread,
  );
  console.log(
    `${REPORTS} reports, ${lines} lines, ${(bytes / MEGABYTE).toFixed(0)} MB: ` +
      `${seconds.toFixed(0)} s, ${(bytes / MEGABYTE / seconds).toFixed(0)} MB a second`,
  );
  console.log(
    `resident memory: ${before} MB before, at most ${Math.max(...memory)} MB; ` +
      `second half : first half, medians: ${(late!.median / early!.median).toFixed(2)}` +
      verdict(late!.median / early!.median, 1.25),
  );
} finally {
  await server.stop();
}
