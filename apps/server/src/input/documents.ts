import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { isSystemFile, maxArchiveBytes, openArchive } from '@gongkai/importer/archive';
import { Refusal } from '@gongkai/importer';
import { Failure } from '../terminal/failure.ts';
import { readInput } from './read-input.ts';

/** One of several documents. */
export interface InputDocument {
  /** Path within the folder or archive, with forward slashes. */
  readonly name: string;
  /** @throws {Refusal | Failure} */
  read(): Promise<Uint8Array>;
}

/** True if a path is a folder or a zip archive of documents, and not a document whose format is zip. */
export async function isCollection(path: string): Promise<boolean> {
  if (path === '-') return false;
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true || (/\.zip$/i.test(path) && found?.isFile() === true);
}

/** The documents of a folder and its subfolders, or of a zip archive, by name. @throws {Failure} */
export async function listDocuments(path: string, exceptFolder: string): Promise<InputDocument[]> {
  const found = await stat(path);
  const documents = found.isDirectory() ? await inFolder(path, exceptFolder) : await inArchive(path, found.size);
  if (documents.length === 0) throw new Failure(`“${path}”里没有文件。`);
  return documents.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function inFolder(folder: string, exceptFolder: string): Promise<InputDocument[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const except = resolve(exceptFolder) + sep;
  return entries.flatMap((entry): InputDocument[] => {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll(sep, '/');
    if (!entry.isFile() || isSystemFile(name) || resolve(path).startsWith(except)) return [];
    return [{ name, read: async () => (await readInput(path)).bytes }];
  });
}

async function inArchive(path: string, size: number): Promise<InputDocument[]> {
  if (size > maxArchiveBytes)
    throw new Failure(`“${path}”超过 ${maxArchiveBytes / 2 ** 20} MB。请分成几个压缩包，或者解压后给出文件夹。`);
  try {
    // Each file is unpacked only when it is read.
    return openArchive(await readFile(path)).files.map(({ name, unpack }) => ({ name, read: async () => unpack() }));
  } catch (error) {
    if (error instanceof Refusal) throw new Failure(`“${path}”：${error.message}`);
    throw error;
  }
}
