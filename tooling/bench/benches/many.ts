// `gongkai check --many`: 150,000 reports in one process, its memory early and late. Text and figures are a city's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { spread, verdict } from '../src/ratio.ts';
import { reportWithPrevious } from '../src/report.ts';
import { residentMegabytes } from '../src/resident-memory.ts';

const REPORTS = Number(process.env.BENCH_REPORTS ?? 150_000);
/** The heap is still being laid out in the first tenth. */
const settled = REPORTS / 10;
const command = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));

const { report } = reportWithPrevious();
const child = spawn(process.execPath, [command, 'check', '--many', '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
let notes = '';
child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text));
const ended = once(child, 'exit');

const [early, late]: [number[], number[]] = [[], []];
const start = performance.now();
for (let sent = 1; sent <= REPORTS; sent++) {
  const line = `${JSON.stringify({ ...report, agency: { name: `第${sent}局` } })}\n`;
  if (!child.stdin.write(line)) await once(child.stdin, 'drain');
  if (sent % 500 === 0 && sent > settled) (sent <= REPORTS / 2 ? early : late).push(residentMegabytes(child.pid!));
}
child.stdin.end();
const [code] = await ended;
const seconds = (performance.now() - start) / 1000;

// Each report has a wrong title, so that every one produces output.
if (code !== 1 || !notes.includes(`共核对 ${REPORTS} 份`)) throw new Error(`ended with ${code}: ${notes.slice(-300)}`);
const progress = notes.split('\n').filter((line) => line.startsWith('已核对')).length;
console.log(
  `${REPORTS} reports, ${(Buffer.byteLength(JSON.stringify(report)) / 1024).toFixed(1)} kB each: ` +
    `${seconds.toFixed(0)} s, ${(REPORTS / seconds).toFixed(0)} a second; progress was said ${progress} times`,
);
const [first, second] = [spread(early), spread(late)];
console.log(
  `resident memory: at most ${Math.max(first.max, second.max)} MB; ` +
    `second half : first half, medians: ${(second.median / first.median).toFixed(2)}` +
    verdict(second.median / first.median, 1.25),
);
