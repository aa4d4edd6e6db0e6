import type { Draft as SavedDraft, DraftFindings } from '@gongkai/api/schemas';
import { check, failures, type Context, type Finding, type Form, type Report } from '@gongkai/schema';
import { mergeFindings, serverOnlyFindings, mergeServerFindings, type ServerFindings } from './server-findings.ts';

/** What fails in a draft: found here at each change, and by the server where it knows of more than the draft. */
export class DraftChecks {
  readonly #form: Form;
  readonly #context: Context;
  #server: ServerFindings = $state.raw({ report: {} as Report, findings: [] });

  constructor(form: Form, context: Context, { report, findings }: Pick<SavedDraft, 'report' | 'findings'>) {
    this.#form = form;
    this.#context = context;
    this.take(report, findings);
  }

  /** What fails in the report, the gravest first. */
  in(report: Report): readonly Finding[] {
    return mergeFindings(report, this.#own(report), this.#server);
  }

  /** True while something is shown that only the server can find, and only the server can take back. */
  get leanOnServer(): boolean {
    return this.#server.findings.length > 0;
  }

  /** Takes all that the server finds in a report, in place of what it found before. */
  take(report: Report, findings: DraftFindings['findings']): void {
    this.#server = serverOnlyFindings(report, findings, this.#own(report));
  }

  /** Takes some of what the server finds in a report, beside what it found before. */
  add(report: Report, findings: readonly Finding[]): void {
    this.#server = mergeServerFindings(this.#server, serverOnlyFindings(report, findings, this.#own(report)));
  }

  #own(report: Report): Finding[] {
    return failures(check(this.#form, report, this.#context));
  }
}
