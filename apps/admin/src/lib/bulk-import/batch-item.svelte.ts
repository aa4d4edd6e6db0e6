import type { ReportKey } from '@gongkai/api/schemas';
import { check, failures, formOf, type Severity } from '@gongkai/schema';
import type { Failure } from '../api/failure.ts';
import { today } from '@gongkai/schema/calendar';
import type { Recognised } from '../new-report/import-document.ts';
import { countCells, type CellCounts } from '../new-report/import-summary.ts';
import type { BatchSource } from './batch-source.ts';

/** How far a file has come. `kept`: its draft stands, its publication failed. */
export type ItemStep =
  | { readonly at: 'waiting' | 'reading' | 'read' | 'starting' }
  | { readonly at: 'refused'; readonly code?: string; readonly message: string; readonly expected: string }
  | { readonly at: 'unread' | 'unstarted'; readonly failure: Failure }
  | { readonly at: 'kept'; readonly failure: Failure; readonly lockVersion: number }
  | { readonly at: 'started' | 'published'; readonly key: ReportKey };

/** One file of a batch, with what was recognised in it and what is to become of it. */
export class BatchItem {
  readonly source: BatchSource;
  step: ItemStep = $state.raw({ at: 'waiting' });
  recognised: Recognised | undefined = $state.raw();
  /** The year that the clerk gives to a document that states none. */
  toldYear: number | undefined = $state();
  agencyId = $state('');
  year = $state(0);
  /** Of which report it was last asked whether it may be started, and why it may not. */
  checked: { readonly path: string; readonly failure?: Failure } | undefined = $state.raw();
  aim: 'draft' | 'archived' = $state('draft');
  publishedOn = $state('');
  sourceUrl = $state('');

  constructor(source: BatchSource) {
    this.source = source;
  }

  get name(): string {
    return this.source.name;
  }

  readonly counts: CellCounts | undefined = $derived.by(
    () => this.recognised && countCells(this.recognised.report, this.recognised.provenance),
  );

  /** Findings by severity, the gravest first. */
  readonly findings: readonly { readonly severity: Severity; readonly count: number }[] = $derived.by(() => {
    if (!this.recognised) return [];
    const { report } = this.recognised;
    const found = failures(check(formOf(report.form), report, { today: today() }));
    return (['block', 'explain', 'hint'] as const)
      .map((severity) => ({ severity, count: found.filter((finding) => finding.severity === severity).length }))
      .filter(({ count }) => count > 0);
  });

  /** Cells that a person has to look at before the report may go to the public. */
  get toConfirm(): number {
    return (this.counts?.inferred ?? 0) + (this.counts?.unread ?? 0);
  }
}

/** Whether its draft is still to be made, or its publication still to be done. */
export function canStart({ step }: BatchItem): boolean {
  return step.at === 'read' || step.at === 'unstarted' || step.at === 'kept';
}

/** Whether it is, or is to be, a report. */
export function isMeant({ step, recognised }: BatchItem): boolean {
  return recognised !== undefined && step.at !== 'refused';
}
