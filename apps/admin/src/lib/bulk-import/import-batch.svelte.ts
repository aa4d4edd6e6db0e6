import type { AgencySummary, PublishArchivedInput, ReadResult, ReportKey } from '@gongkai/api/schemas';
import { formOfYear, type Report } from '@gongkai/schema';
import { keyPath } from '../common/report-key.ts';
import type { WorkAgency } from '../sign-in/permissions.ts';
import { isTransient, type Failure } from '../api/failure.ts';
import { firstPublicationErrors } from '../common/first-publication.ts';
import { today } from '@gongkai/schema/calendar';
import { keyFor } from '../new-report/report-choice.ts';
import { isArchive } from '../new-report/file-kind.ts';
import type { Recognised } from '../new-report/import-document.ts';
import { adaptReport } from '../new-report/adapt-report.ts';
import { openChosenArchive, type OpenedArchive } from './archive-sources.ts';
import { BatchItem, isMeant } from './batch-item.svelte.ts';
import { sourceOf, type BatchSource } from './batch-source.ts';
import { matchAgency } from './match-agency.ts';

/** The calls of a batch to the server. `toFailure` converts the errors that they throw. */
export interface BatchServer {
  /** @param year year of the report, given by the user if the document states none */
  readonly read: (file: File, year?: number) => Promise<ReadResult>;
  /** Throws if the report is in progress or published. */
  readonly checkStartable: (key: ReportKey) => Promise<void>;
  readonly start: (key: ReportKey, report: Report, recognised: Recognised, file: File) => Promise<number>;
  readonly publish: (input: PublishArchivedInput) => Promise<void>;
  readonly toFailure: (error: unknown) => Failure;
}

/** Maximum number of files in one batch; larger numbers are imported with the command line. */
export const mostFiles = 100;
/** Number of files sent to the server concurrently. */
const atOnce = 2;

/**
 * Reads many files and creates drafts or archived reports from them. A failure of one file does not stop the others.
 */
export class ImportBatch {
  readonly #agencies: readonly WorkAgency[];
  readonly #server: BatchServer;
  #running = 0;
  items: readonly BatchItem[] = $state.raw([]);
  /** Documents beyond the limit of the batch. They are added when items are removed. */
  later: readonly BatchSource[] = $state.raw([]);
  /** The chosen archives, including those that could not be opened. */
  archives: readonly OpenedArchive[] = $state.raw([]);
  /** Number of archives that are being opened. */
  opening = $state(0);

  constructor(agencies: readonly WorkAgency[], server: BatchServer) {
    this.#agencies = agencies.filter(({ roles }) => roles.has('drafter'));
    this.#server = server;
  }

  get agencies(): readonly AgencySummary[] {
    return this.#agencies.map(({ agency }) => agency);
  }

  get busy(): boolean {
    return (
      this.opening > 0 ||
      this.items.some(({ step }) => step.at === 'waiting' || step.at === 'reading' || step.at === 'starting')
    );
  }

  /** Items whose drafts can be created now. Failed items are not included; the user retries each one. */
  get ready(): readonly BatchItem[] {
    return this.items.filter((item) => item.step.at === 'read' && this.faultOf(item) === undefined);
  }

  /**
   * Adds files and the documents of archives, and starts to read them. Documents that were added before are ignored.
   */
  add(files: readonly File[]): void {
    this.#take(files.filter((file) => !isArchive(file)).map(sourceOf));
    for (const file of files.filter(isArchive)) void this.#open(file);
  }

  remove(...items: readonly BatchItem[]): void {
    this.items = this.items.filter((item) => !items.includes(item));
    this.#take([]);
  }

  /** Reads an item again, with the year that was chosen for it. */
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

  /** The reason why the server would not start the report: it has a draft, is in review or is published. */
  obstacleOf(item: BatchItem): Failure | undefined {
    const key = this.keyOf(item);
    return key && item.checked?.path === keyPath(key) ? item.checked.failure : undefined;
  }

  /**
   * Asks the server whether the report of the chosen agency and year can be started. A lost connection gives no result.
   */
  async checkStartable(item: BatchItem): Promise<void> {
    const key = this.keyOf(item);
    const path = key && keyPath(key);
    if (!key || !path || item.checked?.path === path || !formOfYear(item.year)) return;
    item.checked = { path };
    try {
      await this.#server.checkStartable(key);
    } catch (error) {
      const failure = this.#server.toFailure(error);
      if (item.checked?.path === path) item.checked = isTransient(failure) ? undefined : { path, failure };
    }
  }

  /** The reason, in Chinese, why the recognised file cannot become the chosen draft or archived report. */
  faultOf(item: BatchItem): string | undefined {
    const key = this.keyOf(item);
    if (!key) return '请选择这是哪个机关的报告。';
    if (!formOfYear(item.year)) return '该年度没有统一格式，请核对年度。';
    const twin = this.items.find((other) => other !== item && isMeant(other) && sameReport(this.keyOf(other), key));
    if (twin) return `与“${twin.name}”是同一机关同一年度的报告，请移去其中一份。`;
    const obstacle = item.step.at === 'kept' ? undefined : this.obstacleOf(item);
    if (obstacle) return obstacle.message;
    if (item.aim === 'draft') return undefined;
    if (!this.mayPublish(item)) return '您没有该机关的公布权限，请改为存为草稿。';
    if (item.toConfirm > 0) return `还有 ${item.toConfirm} 格待确认，请先存为草稿，对照原文确认后再公布。`;
    const faults = firstPublicationErrors(item, today());
    return faults.publishedOn ?? faults.sourceUrl;
  }

  /** Creates drafts or archived reports from all items that are ready. */
  async startAll(): Promise<void> {
    const waiting = [...this.ready];
    const next = async (): Promise<void> => {
      for (let item = waiting.shift(); item; item = waiting.shift()) await this.start(item);
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  /** Creates the draft and, for an archived report, publishes it. Continues after the last completed step. */
  async start(item: BatchItem): Promise<void> {
    const { recognised, step, source } = item;
    const agency = this.agencies.find(({ id }) => id === item.agencyId);
    const key = this.keyOf(item);
    if (!recognised || !agency || !key) return;
    let lockVersion = step.at === 'kept' ? step.lockVersion : undefined;
    item.step = { at: 'starting' };
    try {
      const naming = item.aim === 'archived' ? 'archived' : 'document';
      const report = adaptReport({ agency, year: item.year }, recognised.report, naming);
      lockVersion ??= await this.#server.start(key, report, recognised, await source.open());
      if (item.aim === 'archived') {
        const sourceUrl = item.sourceUrl.trim();
        const { publishedOn } = item;
        await this.#server.publish({ ...key, lockVersion, publishedOn, ...(sourceUrl !== '' && { sourceUrl }) });
      }
      item.step = { at: item.aim === 'archived' ? 'published' : 'started', key };
    } catch (error) {
      const failure = this.#server.toFailure(error);
      item.step = lockVersion === undefined ? { at: 'unstarted', failure } : { at: 'kept', failure, lockVersion };
    }
  }

  async #open(file: File): Promise<void> {
    this.opening++;
    const opened = await openChosenArchive(file);
    this.archives = [...this.archives.filter(({ sign }) => sign !== opened.sign), opened];
    this.opening--;
    this.#take(opened.sources);
  }

  #take(sources: readonly BatchSource[]): void {
    const known = new Set([...this.items.map(({ source }) => source.sign), ...this.later.map(({ sign }) => sign)]);
    const all = [...this.later, ...sources.filter(({ sign }) => !known.has(sign))];
    const room = Math.max(0, mostFiles - this.items.length);
    this.items = [...this.items, ...all.slice(0, room).map((source) => new BatchItem(source))];
    this.later = all.slice(room);
    this.#readOn();
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
      const result = await this.#server.read(await item.source.open(), item.toldYear);
      if (result.ok) {
        item.recognised = result;
        item.year = result.report.year;
        item.agencyId = matchAgency(result.report.agency.name, this.agencies)?.id ?? '';
        await this.checkStartable(item);
        item.step = { at: 'read' };
      } else item.step = { at: 'refused', code: result.code, message: result.message, expected: result.expected };
    } catch (error) {
      if (isRefusal(error)) item.step = { at: 'refused', message: error.message, expected: error.expected };
      else item.step = { at: 'unread', failure: this.#server.toFailure(error) };
    }
  }
}

function sameReport(a: ReportKey | undefined, b: ReportKey): boolean {
  return a !== undefined && keyPath(a) === keyPath(b);
}

/**
 * True for the importer's refusal of a file in an archive: a nested archive, a decompression bomb, or an encrypted
 * file.
 */
function isRefusal(error: unknown): error is Error & { readonly expected: string } {
  return (
    error instanceof Error && error.name === 'Refusal' && 'expected' in error && typeof error.expected === 'string'
  );
}
