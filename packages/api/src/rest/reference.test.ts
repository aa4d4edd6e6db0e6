import { expect, test } from 'vitest';
import { createRest } from '../rest.ts';
import { operations } from '../testing/open-api.ts';

test('the reference is a page without script that loads nothing from elsewhere', async () => {
  const rest = createRest({} as never);
  const page = await rest.request('/');
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(html).not.toMatch(/<script|style="|https?:\/\//);
  for (const { operationId } of operations) expect(html).toContain(`id="${operationId}"`);
  expect((await rest.request('/reference.css')).headers.get('content-type')).toContain('text/css');
});
