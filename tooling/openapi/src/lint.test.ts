import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import { servedDocument } from './served-document.ts';

const config = await createConfig({ extends: ['recommended'] });

async function problemsOf(source: string): Promise<string[]> {
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  return problems.map(({ severity, ruleId, message, location: [at] }) =>
    [severity, ruleId, message, at?.pointer].join(' '),
  );
}

it('the served document has neither an error nor a warning by the recommended rules of Redocly', async () => {
  const document = await servedDocument();
  expect(Object.keys((JSON.parse(document) as { paths: object }).paths).length).toBeGreaterThan(20);
  expect(await problemsOf(document)).toEqual([]);
});

it('finds a parameter whose example is of another type', async () => {
  const document = (await servedDocument()).replace(/"value":20\d\d\b/, '"value":"2024"');
  expect(await problemsOf(document)).toEqual([expect.stringContaining('no-invalid-parameter-examples')]);
});
