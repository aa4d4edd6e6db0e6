import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensurePrograms } from './ensure-programs.mjs';

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said += String(text)), true));
});
afterEach(() => vi.restoreAllMocks());

const program = (name: string, packages: string[], isThere: () => boolean) => ({
  name,
  debianPackages: packages,
  advice: 'install it',
  find: () => (isThere() ? `/usr/bin/${name}` : undefined),
});
const here = program('here', ['here'], () => true);
const browser = program('Browser', ['browser', 'browser-fonts'], () => false);
const office = program('Office', ['office-writer'], () => false);

test('where programs cannot be installed, each missing one is named once, with its packages', () => {
  expect(ensurePrograms([browser, here, office, browser], null)).toBe(false);
  expect(said).toBe(
    'Browser is missing: install it (Debian: browser browser-fonts).\n' +
      'Office is missing: install it (Debian: office-writer).\n',
  );
});

test('where programs can be installed, all that is missing is installed at once', () => {
  const installed: string[][] = [];
  const server = program('server', ['server'], () => installed.length > 0);
  const database = program('database', ['database'], () => installed.length > 0);
  expect(ensurePrograms([server, here, database], (packages) => void installed.push(packages))).toBe(true);
  expect(installed).toEqual([['server', 'database']]);
  expect(said).toBe('');
});

test('a program that is missing after the installation is named', () => {
  expect(ensurePrograms([browser, here], () => undefined)).toBe(false);
  expect(said).toBe('Browser is missing: install it (Debian: browser browser-fonts).\n');
});
