import { availableParallelism } from 'node:os';
import { sizeFailure } from '../import-document.ts';
import type { ImportHints, ImportResult } from '../recognise/result.ts';
import type { Task } from './process/child.ts';
import { tooSlow } from './process/failures.ts';
import { findOffice } from './office/find-office.ts';
import { readable } from './office/readable.ts';
import { ReaderProcess } from './process/reader-process.ts';
import { findScanPrograms, type ScanPrograms } from './scan/find-programs.ts';
import { readPicture, withScannedPages, type ScanProgress } from './scan/read-scan.ts';

export type { ScanProgress } from './scan/read-scan.ts';

export interface ImportPoolOptions {
  /** Maximum number of child processes; by default one per core. */
  readonly size?: number;
  /** Time limit for one document in milliseconds. */
  readonly time?: number;
  /** Memory limit for one child in bytes. */
  readonly memory?: number;
  /** Path of LibreOffice, for legacy document formats; by default its usual location, `null` for none. */
  readonly office?: string | null;
  /** Programs for scans; by default their usual locations, `null` for none. */
  readonly scan?: ScanPrograms | null;
  /** Time limit in milliseconds for each step of reading a scanned page. */
  readonly scanTime?: number;
  /** Maximum number of bytes of documents that are being read or queued; unlimited by default. */
  readonly room?: number;
}

/** Too many documents are being read; the caller may retry later. */
export class ImportPoolFull extends Error {
  override readonly name = 'ImportPoolFull';
}

/** Reads documents in child processes that are killed if they exceed the limits on time or memory. */
export interface ImportPool {
  /** @throws {ImportPoolFull} */
  import(bytes: Uint8Array, hints?: ImportHints, progress?: ScanProgress): Promise<ImportResult>;
  /** Kills the children; documents being read are refused. */
  close(): void;
}

interface Job extends Task {
  readonly progress: ScanProgress;
  readonly settle: (result: ImportResult) => void;
  readonly fail: (error: unknown) => void;
}

/** The time limit for a scan of many pages, as a multiple of the limit for one page. */
const wholeScan = 4;

export function createImportPool(options: ImportPoolOptions = {}): ImportPool {
  const { size = availableParallelism(), time = 10_000, memory = 512 * 2 ** 20, room = Infinity } = options;
  const scanTime = Math.max(time, options.scanTime ?? 60_000);
  const programs = options.scan === undefined ? findScanPrograms() : (options.scan ?? undefined);
  const office = options.office === undefined ? findOffice() : (options.office ?? undefined);
  const waiting: Job[] = [];
  const idle: ReaderProcess[] = [];
  const busy = new Set<ReaderProcess>();
  let taken = 0;
  let closed = false;

  const read = async (child: ReaderProcess, { bytes, hints, progress }: Job): Promise<ImportResult> => {
    const until = performance.now() + wholeScan * scanTime;
    const scan = { child, programs, limits: { time, memory }, recognitionTime: scanTime, deadline: until, progress };
    const picture = await readPicture(bytes, hints, scan);
    if (picture) return withoutPictures(picture);
    const deadline = performance.now() + time;
    const ready = await readable(bytes, office, { time, memory });
    if ('ok' in ready) return ready;
    const left = deadline - performance.now();
    if (closed || left <= 0) return tooSlow;
    const result = await child.read({ bytes: ready.bytes, hints }, left);
    const whole = await withScannedPages(bytes, result, hints, scan);
    return whole.ok ? { ...whole, notes: [...whole.notes, ...ready.notes] } : withoutPictures(whole);
  };

  const next = () => {
    while (waiting.length > 0 && (idle.length > 0 || busy.size < size)) {
      const child = idle.pop() ?? new ReaderProcess(memory);
      const job = waiting.shift()!;
      busy.add(child);
      void read(child, job)
        .then(job.settle, job.fail)
        .then(() => child.isFit())
        .then((fit) => {
          busy.delete(child);
          if (fit && !closed) idle.push(child);
          else child.end();
          next();
        });
    }
  };

  return {
    async import(bytes, hints = {}, progress = () => {}) {
      const fault = sizeFailure(bytes);
      if (fault) return fault;
      if (taken + bytes.length > room) throw new ImportPoolFull();
      taken += bytes.length;
      return new Promise<ImportResult>((settle, fail) => {
        waiting.push({ bytes, hints, progress, settle, fail });
        next();
      }).finally(() => (taken -= bytes.length));
    },
    close: () => {
      closed = true;
      for (const { settle } of waiting.splice(0)) settle(tooSlow);
      for (const child of [...idle.splice(0), ...busy]) child.end();
    },
  };
}

/** The refusal as callers receive it. */
function withoutPictures(result: ImportResult): ImportResult {
  if (result.ok) return result;
  const { pictures: _, ...failure } = result;
  return failure;
}
