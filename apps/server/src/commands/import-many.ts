import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { reportJson } from '@gongkai/exporter/json';
import { Refusal, withCertainty } from '@gongkai/importer';
import { createImportPool, type ImportPool } from '@gongkai/importer/sandbox';
import { exitCodes, Failure } from '../terminal/failure.ts';
import type { Console } from '../terminal/console.ts';
import type { DocumentDefaults } from '../input/read-report.ts';
import { listDocuments, type InputDocument } from '../input/documents.ts';
import { countsOf, describeImports, type ImportedRow } from '../terminal/imports-table.ts';

/**
 * Reads every document of a folder or zip archive on all cores, writes each as a report's JSON under `out`, and prints
 * a table of the results.
 * @returns the exit code
 * @throws {Failure}
 */
export async function importMany(
  path: string,
  out: string | undefined,
  defaults: DocumentDefaults,
  console: Console,
): Promise<number> {
  if (out === undefined)
    throw new Failure('成批导入要用 --out 指定一个文件夹，报告的 JSON 写在其中。', exitCodes.usage);
  if (resolve(out) === resolve(path))
    throw new Failure('--out 要另给一个文件夹，不能是原来的文件夹。', exitCodes.usage);
  const documents = await listDocuments(path, out);
  const targets = targetPaths(documents.map(({ name }) => name));
  const pool = createImportPool();
  const rows: ImportedRow[] = [];
  const say = progress(documents.length, console);
  try {
    await inParallel(availableParallelism() * 2, documents, async (document, at) => {
      rows[at] = await importOne(document, join(out, targets[at]!), pool, defaults);
      say(rows[at]);
    });
  } finally {
    pool.close();
  }
  console.out(describeImports(rows));
  return rows.every(({ refused }) => refused === undefined) ? exitCodes.ok : exitCodes.failed;
}

async function importOne(
  { name, read }: InputDocument,
  target: string,
  pool: ImportPool,
  defaults: DocumentDefaults,
): Promise<ImportedRow> {
  try {
    const result = await pool.import(await read(), { ...defaults, fileName: name.slice(name.lastIndexOf('/') + 1) });
    if (!result.ok) return { name, refused: result.message };
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, reportJson(withCertainty(result)));
    return { name, agency: result.report.agency.name, year: result.report.year, counts: countsOf(result) };
  } catch (error) {
    // A document that fails must not stop the import of the others.
    if (error instanceof Refusal || error instanceof Failure) return { name, refused: error.message };
    return { name, refused: `没有读成：${error instanceof Error ? error.message.split('\n')[0] : String(error)}` };
  }
}

/** The path of the JSON for each document, by its name; names that would collide keep their extensions. */
function targetPaths(names: readonly string[]): string[] {
  const stems = names.map((name) => name.replace(/\.[^./]*$/, ''));
  const isShared = (stem: string) => stems.filter((other) => other.toLowerCase() === stem.toLowerCase()).length > 1;
  return names.map((name, at) => `${isShared(stems[at]!) ? name : stems[at]}.json`);
}

/** Runs the work for every item, with at most `width` items concurrently. */
async function inParallel<T>(
  width: number,
  items: readonly T[],
  work: (item: T, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) await work(items[at]!, at);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}

/** Reports progress about twenty times in total, and each refusal immediately. */
function progress(count: number, console: Console): (row: ImportedRow) => void {
  const step = Math.max(1, Math.floor(count / 20));
  let done = 0;
  return ({ name, refused }) => {
    done++;
    if (refused !== undefined) console.note(`${name}：${refused}\n`);
    if (done % step === 0 || done === count) console.note(`已处理 ${done}/${count}\n`);
  };
}
