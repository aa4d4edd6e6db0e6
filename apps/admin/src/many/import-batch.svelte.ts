import type { AgencySummary, PublishArchivedInput, ReadResult, ReportKey } from '@gongkai/api/schemas';
import { check, failures, formOf, formOfYear, type Report, type Severity } from '@gongkai/schema';
import type { WorkAgency } from '../account/permissions.ts';
import type { Failure } from '../api/failure.ts';
import { today } from '../parts/moments.ts';
import { firstPublicationFaults } from '../parts/first-publication.ts';
import { keyPath } from '../router/route.ts';
import { keyFor } from '../start/choice.ts';
import { reportFor, type Recognised } from '../start/reading.ts';
import { countCells, type CellCounts } from '../start/recognised.ts';
import { matchAgency } from './match-agency.ts';

/** How far a file has come. `kept`: its draft stands, its publication failed. */
export type ItemStep =
  | { readonly at: 'waiting' | 'reading' | 'read' | 'starting' }
  | { readonly at: 'refused'; readonly message: string; readonly expected: string }
  | { readonly at: 'unread' | 'unstarted'; readonly failure: Failure }
  | { readonly at: 'kept'; readonly failure: Failure; readonly lockVersion: number }
  | { readonly at: 'started' | 'published'; readonly key: ReportKey };

/** What the batch asks of the server. What throws is turned into a failure by `failureOf`. */
export interface BatchServer {
  readonly read: (file: File) => Promise<ReadResult>;
  readonly start: (key: ReportKey, report: Report, recognised: Recognised, file: File) => Promise<number>;
  readonly publish: (input: PublishArchivedInput) => Promise<void>;
  readonly failureOf: (error: unknown) => Failure;
}

/** Files of one batch at most; more are for the command line. */
export const mostFiles = 100;
/** Files on their way to the server at once. */
const atOnce = 2;

/** One file of a batch, with what was recognised in it and what is to become of it. */
export class BatchItem {
  readonly file: File;
  step: ItemStep = $state.raw({ at: 'waiting' });
  recognised: Recognised | undefined = $state.raw();
  agencyId = $state('');
  year = $state(0);
  aim: 'draft' | 'archived' = $state('draft');
  publishedOn = $state('');
  sourceUrl = $state('');

  constructor(file: File) {
    this.file = file;
  }

  readonly counts: CellCounts | undefined = $derived.by(
    () => this.recognised && countCells(this.recognised.report, this.recognised.provenance),
  );

  /** Findings by severity, the gravest first. */
  readonly findings: readonly { readonly severity: Severity; readonly count: number }[] = $derived.by(() => {
    if (!this.recognised) return [];
    const { report } = this.recognised;
    const found = failures(check(formOf(report.form), report));
    return (['block', 'explain', 'hint'] as const)
      .map((severity) => ({ severity, count: found.filter((finding) => finding.severity === severity).length }))
      .filter(({ count }) => count > 0);
  });

  /** Cells that a person has to look at before the report may go to the public. */
  get toConfirm(): number {
    return (this.counts?.inferred ?? 0) + (this.counts?.unread ?? 0);
  }
}

/** Reading many files, and making drafts or archived reports of them, each by itself: none stops another. */
export class ImportBatch {
  readonly #agencies: readonly WorkAgency[];
  readonly #server: BatchServer;
  #running = 0;
  items: readonly BatchItem[] = $state.raw([]);
  /** Files that were left out because the batch was full. */
  leftOut = $state(0);

  constructor(agencies: readonly WorkAgency[], server: BatchServer) {
    this.#agencies = agencies.filter(({ roles }) => roles.has('drafter'));
    this.#server = server;
  }

  get agencies(): readonly AgencySummary[] {
    return this.#agencies.map(({ agency }) => agency);
  }

  get busy(): boolean {
    return this.items.some(({ step }) => step.at === 'waiting' || step.at === 'reading' || step.at === 'starting');
  }

  /** Items whose drafts can be made now; one that failed is tried again by itself. */
  get ready(): readonly BatchItem[] {
    return this.items.filter((item) => item.step.at === 'read' && this.faultOf(item) === undefined);
  }

  /** Takes files in and begins to read them; a file that is there already is not taken again. */
  add(files: readonly File[]): void {
    const known = new Set(this.items.map(({ file }) => signOf(file)));
    const fresh = files.filter((file) => !known.has(signOf(file)));
    const room = Math.max(0, mostFiles - this.items.length);
    this.leftOut = Math.max(0, fresh.length - room);
    this.items = [...this.items, ...fresh.slice(0, room).map((file) => new BatchItem(file))];
    this.#readOn();
  }

  remove(item: BatchItem): void {
    this.items = this.items.filter((other) => other !== item);
  }

  readAgain(item: BatchItem): void {
    item.step = { at: 'waiting' };
    this.#readOn();
  }

  mayPublish({ agencyId }: BatchItem): boolean {
    return this.#agencies.some(({ agency, roles }) => agency.id === agencyId && roles.has('publisher'));
  }

  keyOf({ agencyId, year }: BatchItem): ReportKey | undefined {
    const agency = this.agencies.find(({ id }) => id === agencyId);
    return agency && keyFor({ agency, year });
  }

  /** Why a recognised file cannot become what it is to become, in words for the clerk. */
  faultOf(item: BatchItem): string | undefined {
    const key = this.keyOf(item);
    if (!key) return '请选择这是哪个机关的报告。';
    if (!formOfYear(item.year)) return '该年度没有统一格式，请核对年度。';
    const twin = this.items.find((other) => other !== item && isMeant(other) && sameReport(this.keyOf(other), key));
    if (twin) return `与“${twin.file.name}”是同一机关同一年度的报告，请移去其中一份。`;
    if (item.aim === 'draft') return undefined;
    if (!this.mayPublish(item)) return '您没有该机关的公布权限，请改为存为草稿。';
    if (item.toConfirm > 0) return `还有 ${item.toConfirm} 格待确认，请先存为草稿，对照原文确认后再公布。`;
    const faults = firstPublicationFaults(item, today());
    return faults.publishedOn ?? faults.sourceUrl;
  }

  /** Makes drafts, or archived reports, of all that are ready. */
  async startAll(): Promise<void> {
    const waiting = [...this.ready];
    const next = async (): Promise<void> => {
      for (let item = waiting.shift(); item; item = waiting.shift()) await this.start(item);
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  /** Makes the draft, and publishes it where that is the aim; goes on where it stopped before. */
  async start(item: BatchItem): Promise<void> {
    const { recognised, step, file } = item;
    const agency = this.agencies.find(({ id }) => id === item.agencyId);
    const key = this.keyOf(item);
    if (!recognised || !agency || !key) return;
    let lockVersion = step.at === 'kept' ? step.lockVersion : undefined;
    item.step = { at: 'starting' };
    try {
      const report = reportFor({ agency, year: item.year }, recognised.report);
      lockVersion ??= await this.#server.start(key, report, recognised, file);
      if (item.aim === 'archived') {
        const sourceUrl = item.sourceUrl.trim();
        const { publishedOn } = item;
        await this.#server.publish({ ...key, lockVersion, publishedOn, ...(sourceUrl !== '' && { sourceUrl }) });
      }
      item.step = { at: item.aim === 'archived' ? 'published' : 'started', key };
    } catch (error) {
      const failure = this.#server.failureOf(error);
      item.step = lockVersion === undefined ? { at: 'unstarted', failure } : { at: 'kept', failure, lockVersion };
    }
  }

  #readOn(): void {
    while (this.#running < atOnce) {
      const item = this.items.find(({ step }) => step.at === 'waiting');
      if (!item) return;
      this.#running++;
      void this.#read(item).finally(() => {
        this.#running--;
        this.#readOn();
      });
    }
  }

  async #read(item: BatchItem): Promise<void> {
    item.step = { at: 'reading' };
    try {
      const result = await this.#server.read(item.file);
      if (result.ok) {
        item.recognised = result;
        item.year = result.report.year;
        item.agencyId = matchAgency(result.report.agency.name, this.agencies)?.id ?? '';
        item.step = { at: 'read' };
      } else item.step = { at: 'refused', message: result.message, expected: result.expected };
    } catch (error) {
      item.step = { at: 'unread', failure: this.#server.failureOf(error) };
    }
  }
}

/** Whether its draft is still to be made, or its publication still to be done. */
export function canStart({ step }: BatchItem): boolean {
  return step.at === 'read' || step.at === 'unstarted' || step.at === 'kept';
}

/** Whether it is, or is to be, a report. */
function isMeant({ step, recognised }: BatchItem): boolean {
  return recognised !== undefined && step.at !== 'refused';
}

function sameReport(a: ReportKey | undefined, b: ReportKey): boolean {
  return a !== undefined && keyPath(a) === keyPath(b);
}

function signOf({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`;
}
