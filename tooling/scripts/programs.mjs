// Programs from outside npm that tests and benchmarks use, and where to find each.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {string[]} debianPackages
 * @property {string} advice what to do if it cannot be installed from here
 * @property {() => string | undefined} find
 */

/** @type {Program} */
export const chromium = {
  name: 'Chromium',
  debianPackages: ['chromium'],
  advice: 'install Chromium or Chrome, or set CHROMIUM_PATH to it',
  find: findChromium,
};

/** @type {Program} */
export const postgres = {
  name: 'PostgreSQL',
  debianPackages: ['postgresql'],
  advice: 'install PostgreSQL 15 or newer, or set TEST_DATABASE_URL to a server',
  find: () => process.env.TEST_DATABASE_URL || findPostgres(),
};

/** @type {Program} */
export const chineseFonts = {
  name: 'A Chinese font',
  debianPackages: ['fonts-noto-cjk', 'fontconfig'],
  advice: 'install one, for example Noto Sans CJK',
  find: findChineseFont,
};

/** @type {Program} */
export const libreOffice = {
  name: 'LibreOffice',
  debianPackages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
  advice: 'install LibreOffice with Writer and Calc',
  find: findLibreOffice,
};

/** @type {Program} */
export const tesseract = {
  name: 'Tesseract with simplified Chinese',
  debianPackages: ['tesseract-ocr', 'tesseract-ocr-chi-sim'],
  advice: 'install Tesseract 5 with the language data chi_sim and eng',
  find: findTesseract,
};

/** @type {Program} */
export const poppler = {
  name: 'Poppler',
  debianPackages: ['poppler-utils'],
  advice: 'install its command-line tools',
  find: () => findOnPath('pdftoppm'),
};

/** @type {Program} */
export const nginx = {
  name: 'nginx',
  debianPackages: ['nginx-light'],
  advice: 'install it',
  find: () => findOnPath('nginx', ['/usr/sbin']),
};

/** @type {Program} */
export const curl = {
  name: 'curl',
  debianPackages: ['curl'],
  advice: 'install it',
  find: () => findOnPath('curl'),
};

/** @type {Program} */
export const openssl = {
  name: 'OpenSSL',
  debianPackages: ['openssl'],
  advice: 'install it',
  find: () => findOnPath('openssl'),
};

/** @type {Program} */
export const git = {
  name: 'git',
  debianPackages: ['git'],
  advice: 'install it',
  find: () => findOnPath('git'),
};

/** @type {Program} */
export const mmdebstrap = {
  name: 'mmdebstrap',
  debianPackages: ['mmdebstrap'],
  advice: 'install it',
  find: () => findOnPath('mmdebstrap'),
};

/** Finds a browser that Playwright can drive. */
export function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const onMac = ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return (
    process.env.CHROMIUM_PATH ||
    names.map((name) => findOnPath(name)).find(Boolean) ||
    onMac.find((path) => existsSync(path))
  );
}

/** Finds the folder of PostgreSQL's server programs, which Debian does not put in PATH; the newest version first. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...pathFolders()];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** On Linux, Writer and Calc are separate packages. */
function findLibreOffice() {
  const program = findOnPath('soffice', ['/Applications/LibreOffice.app/Contents/MacOS']);
  if (!program || process.platform !== 'linux') return program;
  const folder = dirname(realpathSync(program));
  // A wrapper, for example for a container, does not reveal which components are installed.
  const parts = basename(folder) === 'program' ? ['libswlo.so', 'libsclo.so'] : [];
  return parts.every((name) => existsSync(join(folder, name))) ? program : undefined;
}

function findTesseract() {
  const program = findOnPath('tesseract');
  if (!program) return undefined;
  const { stdout } = spawnSync(program, ['--list-langs'], { encoding: 'utf8' });
  const languages = stdout?.split(/\s+/) ?? [];
  return ['chi_sim', 'eng'].every((language) => languages.includes(language)) ? program : undefined;
}

function findChineseFont() {
  if (process.platform !== 'linux') return 'part of the system';
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'file'], { encoding: 'utf8' });
  return stdout?.split('\n').find(Boolean);
}

/** @param {string} name @param {string[]} more */
function findOnPath(name, more = []) {
  return [...pathFolders(), ...more].map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function pathFolders() {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}
