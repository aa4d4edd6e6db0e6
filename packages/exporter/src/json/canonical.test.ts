import { createHash } from 'node:crypto';
import { forms, parseReport } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report.ts';
import { canonicalJson } from './canonical.ts';

it.each(forms)('writes a report of $id in the same bytes whatever the order of its keys', (form) => {
  const report = sampleReport(form);
  const reversed = Object.fromEntries(Object.entries(report).reverse()) as typeof report;
  const digest = (own: typeof report) => createHash('sha256').update(canonicalJson(own)).digest('hex');
  expect(digest(reversed)).toBe(digest(report));
  expect(parseReport(JSON.parse(new TextDecoder().decode(canonicalJson(report))))).toEqual({ ok: true, report });
});
