import type { Draft as SavedDraft, DraftFindings } from '@gongkai/api/schemas';
import { check, failures, type Context, type Finding, type Form, type Report } from '@gongkai/schema';
import { mergeFindings, serverOnlyFindings, mergeServerFindings, type ServerFindings } from './server-findings.ts';

/** The findings of a draft. The browser checks each change; the server adds findings that need data beyond the draft. */
export class DraftChecks {
  readonly #form: Form;
  readonly #context: Context;
  #server: ServerFindings = $state.raw({ report: {} as Report, findings: [] });

  constructor(form: Form, context: Context, { report, findings }: Pick<SavedDraft, 'report' | 'findings'>) {
    this.#form = form;
    this.#context = context;
    this.take(report, findings);
  }

  /** The findings of the report, most severe first. */
  in(report: Report): readonly Finding[] {
    return mergeFindings(report, this.#own(report), this.#server);
  }

  /** True while there are findings that only the server can detect and therefore only the server can remove. */
  get leanOnServer(): boolean {
    return this.#server.findings.length > 0;
  }

  /** Replaces the server's findings by its findings for this report. */
  take(report: Report, findings: DraftFindings['findings']): void {
    this.#server = serverOnlyFindings(report, findings, this.#own(report));
  }

  /** Adds findings of the server for this report and keeps its earlier ones that still apply. */
  add(report: Report, findings: readonly Finding[]): void {
    this.#server = mergeServerFindings(this.#server, serverOnlyFindings(report, findings, this.#own(report)));
  }

  #own(report: Report): Finding[] {
    return failures(check(this.#form, report, this.#context));
  }
}
