import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatEnvExample } from './env-example.ts';

const file = new URL('../../../../.env.example', import.meta.url);

test('.env.example names every setting as the server declares it', () => {
  expect(readFileSync(file, 'utf8')).toBe(formatEnvExample());
});
