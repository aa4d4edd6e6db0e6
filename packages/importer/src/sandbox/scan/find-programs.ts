import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Programs that recognise the text of pictures and render the pages of PDFs. */
export interface ScanPrograms {
  readonly tesseract: string;
  /** Path of Poppler's pdftoppm, needed only for PDFs. */
  readonly pdftoppm: string | undefined;
}

const folders = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
const languages = ['chi_sim', 'eng'];

let found: { readonly programs: ScanPrograms | undefined } | undefined;

/** Finds Tesseract with the language data for simplified Chinese, and Poppler, in their usual locations. */
export function findScanPrograms(): ScanPrograms | undefined {
  found ??= { programs: lookAround() };
  return found.programs;
}

function lookAround(): ScanPrograms | undefined {
  const find = (name: string) => folders.map((folder) => join(folder, name)).find(existsSync);
  const tesseract = find('tesseract');
  if (tesseract === undefined) return undefined;
  const { stdout } = spawnSync(tesseract, ['--list-langs'], { encoding: 'utf8', timeout: 10_000 });
  const installed = (stdout ?? '').split(/\s+/);
  return languages.every((language) => installed.includes(language))
    ? { tesseract, pdftoppm: find('pdftoppm') }
    : undefined;
}
