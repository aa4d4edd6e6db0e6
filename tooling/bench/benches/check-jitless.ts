// From a report's text to its verdicts under a content policy that forbids eval, against JSON.parse of that text.
import { readAndCheck } from '../src/read-and-check.ts';
import { ratio } from '../src/ratio.ts';
import { reportWithPrevious } from '../src/report.ts';
import { config } from 'zod/mini';

// Set before the first schema is built, because a schema reads it once.
config({ jitless: true });
const text = JSON.stringify(reportWithPrevious().report);

await ratio(
  'JSON.parse + parse + arithmetic without eval : JSON.parse',
  () => readAndCheck(text),
  () => JSON.parse(text),
  { atMost: 8 },
);
