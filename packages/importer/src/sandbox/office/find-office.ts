import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const defaultPaths = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** Finds LibreOffice in its usual locations, including the vendor's packages in /opt. */
export function findOffice(): string | undefined {
  const opt = existsSync('/opt') ? readdirSync('/opt').filter((name) => name.startsWith('libreoffice')) : [];
  return [...defaultPaths, ...opt.sort().map((name) => join('/opt', name, 'program', 'soffice'))].find(existsSync);
}
