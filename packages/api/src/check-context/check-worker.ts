import { parentPort } from 'node:worker_threads';
import { check, failures, formOf, type Context, type Finding, type Report } from '@gongkai/schema';

/** A report to check, as the pool sends it. */
export interface CheckTask {
  readonly report: Report;
  readonly context: Context;
}

export type CheckAnswer = { readonly findings: Finding[] } | { readonly error: string };

parentPort!.on('message', ({ report, context }: CheckTask) => {
  let answer: CheckAnswer;
  try {
    answer = { findings: failures(check(formOf(report.form), report, context)) };
  } catch (error) {
    answer = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(answer);
});
