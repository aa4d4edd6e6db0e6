import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { authTablesPath, authTablesSource } from './generate-auth-tables.ts';

test('the sign-in tables are those that better-auth describes', async () => {
  expect(await readFile(authTablesPath, 'utf8')).toBe(await authTablesSource());
});
