// Verdicts on a report, against JSON.parse of the same report's text.
import { arithmetic, check, checkFigures, formOf, type Report } from '@gongkai/schema';
import { readAndCheck } from '../src/read-and-check.ts';
import { ratio } from '../src/ratio.ts';
import { reportWithPrevious } from '../src/report.ts';

const { report, previous, source } = reportWithPrevious();
const form = formOf(report.form);
const text = JSON.stringify(report);
const parse = (): Report => JSON.parse(text);

console.log(`${source}, ${(Buffer.byteLength(text) / 1024).toFixed(1)} kB of JSON`);
await ratio('arithmetic : JSON.parse', () => arithmetic(form, report), parse, { atMost: 2 });
await ratio('arithmetic with the year before : JSON.parse', () => arithmetic(form, report, { previous }), parse, {
  atMost: 2,
});
await ratio('JSON.parse + parse + arithmetic : JSON.parse', () => readAndCheck(text), parse, { atMost: 5 });
await ratio('checkFigures, every place described : JSON.parse', () => checkFigures(form, report, { previous }), parse);
// Expressions on text take some hundred calls until the engine has compiled them.
const compiled = { sample: 200 };
await ratio('check, text included : JSON.parse', () => check(form, report, { previous }), parse, {
  ...compiled,
  atMost: 12,
});
// A report that was never checked before, so that nothing is memoised.
await ratio('JSON.parse + check, text included : JSON.parse', () => check(form, parse(), { previous }), parse, {
  ...compiled,
  atMost: 30,
});
