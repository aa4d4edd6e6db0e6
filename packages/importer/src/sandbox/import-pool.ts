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
  /** Child processes at most; one for each core unless given. */
  readonly size?: number;
  /** Milliseconds that one document may take. */
  readonly time?: number;
  /** Bytes of memory that a child may hold. */
  readonly memory?: number;
  /** LibreOffice's program, for old kinds of documents: where it is usually installed unless given, none for `null`. */
  readonly office?: string | null;
  /** Programs for scans: where they are usually installed unless given, none for `null`. */
  readonly scan?: ScanPrograms | null;
  /** Milliseconds that each step in reading a scanned page may take. */
  readonly scanTime?: number;
  /** Bytes of documents that are read or wait to be read; without end unless given. */
  readonly room?: number;
}

/** Too many documents are being read already: this one may be tried again in a while. */
export class ImportPoolFull extends Error {
  override readonly name = 'ImportPoolFull';
}

/** Reads documents in child processes that are ended when they take too long or too much memory. */
export interface ImportPool {
  /** @throws {ImportPoolFull} */
  import(bytes: Uint8Array, hints?: ImportHints, progress?: ScanProgress): Promise<ImportResult>;
  /** Ends the children; documents being read are refused. */
  close(): void;
}

interface Job extends Task {
  readonly progress: ScanProgress;
  readonly settle: (result: ImportResult) => void;
  readonly fail: (error: unknown) => void;
}

/** A scan of many pages may take so many times what a page may. */
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

/** A refusal as others are told it. */
function withoutPictures(result: ImportResult): ImportResult {
  if (result.ok) return result;
  const { pictures: _, ...failure } = result;
  return failure;
}
