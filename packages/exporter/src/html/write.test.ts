import { forms } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { reportDocument } from '../document/report-document.ts';
import { awkwardReport } from '../testing/awkward-texts.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { writeHtml } from './write.ts';

const allowed = new Set([
  'align',
  'border',
  'cellspacing',
  'cellpadding',
  'width',
  'summary',
  'scope',
  'colspan',
  'rowspan',
  'start',
  'href',
]);

describe.each(forms)('a report of $id as a fragment of HTML', (form) => {
  const { html, warnings } = writeHtml(
    reportDocument(awkwardReport(sampleReport(form)), { origin: { address: 'https://x.example/a?b=1&c="2"' } }),
  );

  it('has no class, style, script or event, and only attributes that editors let through', () => {
    const tags = html.match(/<[a-z][^>]*>/g)!;
    const names = tags.flatMap((tag) => [...tag.matchAll(/ ([a-z-]+)="[^"]*"/g)].map(([, name]) => name!));
    expect(names.filter((name) => !allowed.has(name))).toEqual([]);
    expect(html).not.toMatch(/<(?:script|style|b|iframe)[\s>]/);
    expect(html).not.toContain('<!--');
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    const crossed: string[] = [];
    for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g))
      if (!slash && name !== 'br') open.push(name!);
      else if (slash && open.pop() !== name) crossed.push(name!);
    expect([...open, ...crossed]).toEqual([]);
  });

  it('names what was left out', () => {
    expect(warnings.join()).toContain('书写方向控制符');
  });
});

it('makes no link of an address that is none of the web', () => {
  const report = sampleReport(forms[1]!);
  const { html } = writeHtml(reportDocument(report, { origin: { address: 'javascript:alert(1)' } }));
  expect(html).not.toContain('<a ');
});
