import type { ReportKey } from '@gongkai/api/schemas';
import { check, failures, formOf, type Severity } from '@gongkai/schema';
import type { Failure } from '../api/failure.ts';
import { today } from '@gongkai/schema/calendar';
import type { Recognised } from '../new-report/import-document.ts';
import { countCells, type CellCounts } from '../new-report/import-summary.ts';
import type { BatchSource } from './batch-source.ts';

/** The progress of a file. `kept`: the draft was created, but its publication failed. */
export type ItemStep =
  | { readonly at: 'waiting' | 'reading' | 'read' | 'starting' }
  | { readonly at: 'refused'; readonly code?: string; readonly message: string; readonly expected: string }
  | { readonly at: 'unread' | 'unstarted'; readonly failure: Failure }
  | { readonly at: 'kept'; readonly failure: Failure; readonly lockVersion: number }
  | { readonly at: 'started' | 'published'; readonly key: ReportKey };

/** One file of a batch, the report recognised in it, and the user's choices for it. */
export class BatchItem {
  readonly source: BatchSource;
  step: ItemStep = $state.raw({ at: 'waiting' });
  recognised: Recognised | undefined = $state.raw();
  /** The year that the user enters for a document that states none. */
  toldYear: number | undefined = $state();
  agencyId = $state('');
  year = $state(0);
  /** The report for which the server was last asked whether it can be started, and the reason for a refusal. */
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

  /** Numbers of findings by severity, most severe first. */
  readonly findings: readonly { readonly severity: Severity; readonly count: number }[] = $derived.by(() => {
    if (!this.recognised) return [];
    const { report } = this.recognised;
    const found = failures(check(formOf(report.form), report, { today: today() }));
    return (['block', 'explain', 'hint'] as const)
      .map((severity) => ({ severity, count: found.filter((finding) => finding.severity === severity).length }))
      .filter(({ count }) => count > 0);
  });

  /** Number of cells that a user must confirm before the report can be published. */
  get toConfirm(): number {
    return (this.counts?.inferred ?? 0) + (this.counts?.unread ?? 0);
  }
}

/** True if the draft is still to be created, or still to be published. */
export function canStart({ step }: BatchItem): boolean {
  return step.at === 'read' || step.at === 'unstarted' || step.at === 'kept';
}

/** True if the item has become a report or is intended to become one. */
export function isMeant({ step, recognised }: BatchItem): boolean {
  return recognised !== undefined && step.at !== 'refused';
}
