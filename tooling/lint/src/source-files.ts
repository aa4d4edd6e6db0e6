import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A file of the repository, its path relative to the root and with slashes. */
export type SourceFile = { path: string; text: string };

export type Complaint = { path: string; line: number; message: string };

const notOurs = new Set([
  '.git',
  '.toolchain',
  'node_modules',
  '.stryker-tmp',
  'dist',
  'build',
  '.svelte-kit',
  '.svelte-check',
  '.turbo',
  'coverage',
  'test-results',
]);
const source = /\.(ts|js|mjs|svelte|html|css|sql)$/;

/** Reads every source file of the workspace below a root folder. */
export function readSourceFiles(root: string, folders = ['apps', 'packages', 'tooling']): SourceFile[] {
  return folders.flatMap((folder) => [...filesBelow(root, folder, source)]);
}

/** Reads every Markdown file of the repository. */
export function readDocuments(root: string): SourceFile[] {
  return [...filesBelow(root, '', /\.md$/)];
}

function* filesBelow(root: string, folder: string, name: RegExp): Generator<SourceFile> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory() && !notOurs.has(entry.name)) yield* filesBelow(root, path, name);
    else if (entry.isFile() && name.test(entry.name)) yield { path, text: readFileSync(join(root, path), 'utf8') };
  }
}

/** Whether a file is a test or is loaded by tests only. */
export function isTest({ path }: SourceFile): boolean {
  return /\.(test|spec|test-d)\.ts$|\/(testing|fixtures|golden)\//.test(path);
}

/** Whether a file runs on a developer's machine only. */
export function isDevelopment(file: SourceFile): boolean {
  return isTest(file) || /\.config\.ts$|\/scripts\//.test(file.path);
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
