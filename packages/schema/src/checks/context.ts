import type { Report } from '../report/report.ts';

/** What a check may know beyond the report itself. Whatever is missing makes its checks skip. */
export interface Context {
  /** The same body's report of the year before, in whichever form it was made. */
  readonly previous?: Report;
}
