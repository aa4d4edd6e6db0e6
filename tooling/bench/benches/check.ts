// All rules over a report and the year before it, against JSON.parse of the same report's text.
import { check, formOf } from '@gongkai/schema';
import { ratio } from '../src/ratio.ts';
import { reportWithPrevious } from '../src/report.ts';

const { report, previous, source } = reportWithPrevious();
const form = formOf(report.form);
const text = JSON.stringify(report);

console.log(`${source}, ${(Buffer.byteLength(text) / 1024).toFixed(1)} kB of JSON`);
await ratio(
  'check : JSON.parse',
  () => check(form, report, { previous }),
  () => JSON.parse(text),
);
