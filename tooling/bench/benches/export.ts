// Writing one report in each format, warm; 1,000 PDFs in a row and the memory they take; how long making a file in the
// pool keeps the event loop from going on. EXPORT_PDFS sets how many PDFs are written in a row.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { demoReports } from '@gongkai/demo';
import { createRenderPool } from '@gongkai/exporter/pool';
import { createRenderer } from '@gongkai/exporter/render';
import type { FormatName } from '@gongkai/exporter/formats';
import { spread, verdict } from '../src/ratio.ts';

const reports = demoReports().map(({ report }) => report);
const fonts = { system: false };
const limits: Partial<Record<FormatName, number>> = { pdf: 80, docx: 250, xlsx: 100 };
const inARow = Number(process.env['EXPORT_PDFS'] ?? 1_000);
const maxMegabytes = 400;
const maxBlocked = 20;

const renderer = createRenderer(fonts);
for (const format of ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const) {
  const times: number[] = [];
  for (let round = 0; round < 30; round++) {
    const report = reports[round % reports.length]!;
    const start = performance.now();
    await renderer.render(format, report);
    times.push(performance.now() - start);
  }
  const { median, min, max } = spread(times.slice(10));
  const limit = limits[format];
  console.log(
    `${format}: ${median.toFixed(1)} ms (${min.toFixed(1)} to ${max.toFixed(1)})${limit === undefined ? '' : verdict(median, limit)}`,
  );
}

const pool = createRenderPool({ fonts });
await pool.render('pdf', reports[0]!);
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
for (const format of ['docx', 'pdf', 'xlsx', 'html'] as const)
  for (let round = 0; round < 20; round++) await pool.render(format, reports[round % reports.length]!);
delay.disable();
const blocked = delay.max / 1e6;
console.log(`event loop beside the pool, longest delay: ${blocked.toFixed(1)} ms${verdict(blocked, maxBlocked)}`);
await pool.close();

for (let at = 0; at < inARow; at++) await renderer.render('pdf', reports[at % reports.length]!);
const megabytes = process.memoryUsage.rss() / 2 ** 20;
console.log(`${inARow} PDFs in a row: ${megabytes.toFixed(0)} MB resident${verdict(megabytes, maxMegabytes)}`);
