import { arithmetic, formOf, parseReport, type Arithmetic } from '@gongkai/schema';

/** All that stands between a report's text and its verdicts. */
export function readAndCheck(text: string): Arithmetic {
  const parsed = parseReport(JSON.parse(text));
  if (!parsed.ok) throw new Error('the specimen is no report');
  return arithmetic(formOf(parsed.report.form), parsed.report);
}
